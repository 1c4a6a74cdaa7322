import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The platform at another port, where a newer version of the pages can come out. */
export async function releasing(platform: string) {
  let version = 1;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const body = request.method === 'GET' ? undefined : Buffer.concat(await request.toArray());
    const headers = Object.fromEntries(
      ['accept', 'accept-language', 'authorization', 'content-type', 'idempotency-key'].flatMap((name) => {
        const value = request.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    const found = await fetch(`${platform}${request.url}`, { method: request.method!, headers, ...(body && { body }) });
    const isWorker = request.url === '/app/service-worker.js';
    found.headers.forEach((value, name) => {
      if (!/^(?:content-encoding|content-length|transfer-encoding|connection)$/.test(name))
        response.setHeader(name, value);
    });
    response
      .writeHead(found.status)
      .end(isWorker ? `${await found.text()}//${version}` : Buffer.from(await found.arrayBuffer()));
  };
  const server = createServer((request, response) => void pass(request, response)).listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    release: () => (version += 1),
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
