import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchCrl } from '../../../../lib/adapters/trust/fetch-crl.ts';

let server: Server;
let base: string;
let trap = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/list') response.end('list');
    if (request.url === '/missing') response.writeHead(404).end('list');
    if (request.url === '/elsewhere') response.writeHead(302, { location: `${base}/trap` }).end();
    if (request.url === '/trap') response.end(`trap ${++trap}`);
    if (request.url === '/endless') {
      const send = () => response.write(Buffer.alloc(65_536), (error) => error ?? setImmediate(send));
      send();
    }
    if (request.url === '/cut')
      response.writeHead(200, { 'content-length': '10' }).end('half', () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  return closed;
});

describe('fetching a list', () => {
  it('returns its octets', async () => {
    expect(Buffer.from((await fetchCrl(`${base}/list`)) ?? []).toString()).toBe('list');
  });

  it('returns nothing for an error, an incomplete answer or a dead address', async () => {
    for (const url of [`${base}/missing`, `${base}/cut`, 'http://127.0.0.1:1/', 'file:///etc/hostname'])
      expect(await fetchCrl(url)).toBeUndefined();
  });

  it('calls only the address itself', async () => {
    expect(await fetchCrl(`${base}/elsewhere`)).toBeUndefined();
    expect(trap).toBe(0);
  });

  it('stops at the limit of size and of time', async () => {
    expect(await fetchCrl(`${base}/endless`, { bytes: 1_000_000 })).toBeUndefined();
    // It would wait for ever, because the server never answers.
    expect(await fetchCrl(`${base}/silent`, { seconds: 0.2 })).toBeUndefined();
  });
});
