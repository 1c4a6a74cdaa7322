import { request as ask, type IncomingMessage } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codingFor } from '../../../../lib/local/gateway/compress.ts';
import { serveGateway } from '../../../../lib/local/gateway/serve-gateway.ts';
import { COMPRESSED_FROM } from '../../../../lib/stack/api.ts';
import { grantsOver } from '../../adapters/identity/grants-over.ts';
import { openMemoryTable } from '../../adapters/identity/memory-table.ts';
import { accountOf, saule, start } from '../../adapters/identity/people.ts';

it.each([
  ['gzip, deflate, br', 'gzip'],
  ['deflate, gzip', 'deflate'],
  ['deflate;q=0.5, gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br, gzip', undefined],
  ['gzip;q=0', undefined],
  ['*', undefined],
  ['identity', undefined],
  ['', undefined],
  ['constructor', undefined],
])('"%s" is answered in %s, as API Gateway does', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});

describe('over HTTP', () => {
  const answers: Record<string, object> = {
    '/short': { statusCode: 200, body: 'ә'.repeat(COMPRESSED_FROM / 2 - 1) },
    '/long': { statusCode: 200, body: 'ә'.repeat(COMPRESSED_FROM / 2) },
    '/encoded': { statusCode: 200, headers: { 'Content-Encoding': 'x' }, body: 'a'.repeat(COMPRESSED_FROM) },
    '/none': { statusCode: 304, headers: { etag: 'W/"a"' }, body: '' },
  };
  let gateway: Awaited<ReturnType<typeof serveGateway>>;
  beforeAll(async () => {
    const routes = Object.keys(answers).map((path) => ({
      ...{ path, method: 'GET', functionArn: path, roleArn: 'role', timeout: 29_000 },
    }));
    gateway = await serveGateway({
      api: { stage: 'live', routes, answers: {}, binaryMediaTypes: [], compressedFrom: COMPRESSED_FROM },
      ...{
        limits: [],
        throttled: false,
        port: 0,
        place: { accountId: '0', region: 'eu-north-1', apiId: 'a' },
        now: () => 0,
      },
      find: (arn) => ({ invoke: () => Promise.resolve({ payload: answers[arn] }) }) as never,
      log: () => {},
    });
  });
  afterAll(() => gateway.close());

  const get = async (path: string, accept?: string) => {
    const headers = accept === undefined ? {} : { 'accept-encoding': accept };
    const message = await new Promise<IncomingMessage>((resolve) =>
      ask({ port: gateway.port, host: '127.0.0.1', path, headers }, resolve).end(),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { 'content-encoding': coding, 'content-length': length } = message.headers;
    return { coding, length: Number(length), body: Buffer.concat(chunks) };
  };

  it('a long answer is compressed for clients that accept it, with a header that says so', async () => {
    const whole = await get('/long');
    expect([whole.coding, whole.length]).toEqual([undefined, COMPRESSED_FROM]);
    const gzipped = await get('/long', 'gzip, deflate, br');
    expect([gzipped.coding, gzipped.length]).toEqual(['gzip', gzipped.body.length]);
    expect(gzipped.length).toBeLessThan(100);
    expect(gunzipSync(gzipped.body)).toEqual(whole.body);
    const deflated = await get('/long', 'deflate');
    expect([deflated.coding, inflateSync(deflated.body)]).toEqual(['deflate', whole.body]);
  });

  it('a short, already encoded or empty answer is not changed', async () => {
    expect((await get('/short', 'gzip')).coding).toBeUndefined();
    const { coding, length } = await get('/encoded', 'gzip');
    expect([coding, length]).toEqual(['x', COMPRESSED_FROM]);
    expect(await get('/none', 'gzip')).toEqual({ coding: undefined, length: NaN, body: Buffer.alloc(0) });
  });
});

it('an answer with tokens is too short to be compressed, at a long address of the platform', async () => {
  const table = await openMemoryTable();
  const { grants } = grantsOver(table, `https://${'a'.repeat(60)}.gov.kz`);
  const grant = await grants.start(accountOf(saule, 'commission-member', 'a'.repeat(60)), 'eds', start);
  await table.close();
  expect(Buffer.byteLength(JSON.stringify(grant))).toBeLessThan(COMPRESSED_FROM);
});
