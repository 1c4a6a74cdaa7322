import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTimestamps } from '../../../../lib/adapters/trust/fetch-timestamp.ts';
import { makeTimestampRequest } from '../../../../lib/eds/tsp/timestamp-request.ts';
import { parseTimestampResponse } from '../../../../lib/eds/tsp/timestamp-token.ts';
import { answerTimestamp } from '../../../../lib/local/authority/timestamp-responder.ts';
import { makeAuthority } from '../../../../lib/local/demo/demo-authority.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';

const now = new Date('2026-11-30T09:00:00Z');
const sha256 = Buffer.from('300d06096086480165030402010500', 'hex');
const question = makeTimestampRequest(sha256, new Uint8Array(32), new Uint8Array(16));

let granted: Uint8Array;
let server: Server;
let url: string;
let asked: string[];
/** How an address answers: not at all, never, by a refusal (RFC 3161 2.4.2), by a token. */
beforeAll(async () => {
  const { tsa: signer } = await makeAuthority('rsa', now, systemRandom);
  granted = answerTimestamp(question, { signer, policy: '1.2.398.3.3.2.6.2', now, random: systemRandom });
});
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path} ${request.headers['content-type']}`);
    if (path === '/down') response.writeHead(503).end();
    else if (path === '/refuses') response.end(Buffer.from('30053003020102', 'hex'));
    else if (path !== '/hangs') response.end(granted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

let at = now;
const open = (paths: readonly string[], seconds = 5) =>
  openTimestamps(
    paths.map((path) => `${url}${path}`),
    { clock: () => at, seconds },
  );
const pathsAsked = () => asked.map((line) => line.split(' ')[1]);

describe('timestamp authorities', () => {
  it('are asked one after another, until one grants a token: a refusal is none', async () => {
    const answer = await open(['/down', '/refuses', '/well', '/never'])(question);
    expect(parseTimestampResponse(answer!).info.genTime).toEqual(now);
    expect(asked).toEqual(['/down', '/refuses', '/well'].map((path) => `POST ${path} application/timestamp-query`));
  });

  it('that do not answer are left alone for a minute; those that refuse are not', async () => {
    const ask = open(['/down', '/refuses']);
    at = now;
    expect(await ask(question)).toBeUndefined();
    at = new Date(now.getTime() + 59_999);
    expect(await ask(question)).toBeUndefined();
    at = new Date(now.getTime() + 60_000);
    expect(await ask(question)).toBeUndefined();
    expect(pathsAsked()).toEqual(['/down', '/refuses', '/refuses', '/down', '/refuses']);
  });

  it('share one time: after one that hangs no other is asked, and the next call goes to the next one', async () => {
    at = now;
    const ask = open(['/hangs', '/well'], 0.3);
    expect(await ask(question)).toBeUndefined();
    expect(await ask(question)).toBeDefined();
    expect(pathsAsked()).toEqual(['/hangs', '/well']);
  });

  it('without any there is no answer', async () => {
    expect(await open([])(question)).toBeUndefined();
  });
});
