import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { findMissing } from '../../../../lib/local/engines/find-missing.ts';

const servers: Server[] = [];

async function serve(text: string) {
  const server = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => servers.splice(0).forEach((server) => server.close()));

describe('engines from elsewhere', () => {
  it('are all named if none is there', async () => {
    const gone = await serve('');
    servers.splice(0).forEach((server) => server.close());
    const missing = await findMissing(
      { localstack: `http://${gone}`, sam: true },
      { DOCKER_HOST: 'unix:///nowhere.sock', PATH: '' },
    );
    expect(missing.map(({ engine }) => engine)).toEqual(['containers', 'LocalStack', 'SAM CLI']);
    expect(missing[0]?.because).toContain('unix:///nowhere.sock');
  });

  it('do not include SAM if it is not needed', async () => {
    const localstack = `http://${await serve(JSON.stringify({ version: '4.14.0' }))}`;
    const DOCKER_HOST = `tcp://${await serve('OK')}`;
    expect(await findMissing({ localstack, sam: false }, { DOCKER_HOST, PATH: '' })).toEqual([]);
  });

  it('do not count if something else listens in their place', async () => {
    const localstack = `http://${await serve('<html>')}`;
    const DOCKER_HOST = `tcp://${await serve('OK')}`;
    const missing = await findMissing({ localstack, sam: false }, { DOCKER_HOST });
    expect(missing.map(({ engine }) => engine)).toEqual(['LocalStack']);
  });
});
