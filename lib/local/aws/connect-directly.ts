import { NodeHttpHandler } from '@smithy/node-http-handler';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { complete, type Arrived } from './request.ts';
import type { AwsServer } from './serve-aws.ts';

type Handle = NodeHttpHandler['handle'];
type Request = Parameters<Handle>[0];

/** Servers of this process, by host and port. */
const servers = new Map<string, AwsServer['answer']>();
// oxlint-disable-next-line typescript/unbound-method -- it is called upon the handler that was asked
const overHttp = NodeHttpHandler.prototype.handle;

/**
 * From now on the SDK's calls of this process reach the server without a socket: the same requests with the same signatures, the same
 * answers in bytes (docs/decisions/0003). Nearly half of a call was HTTP, whose two ends were in one thread. Returns what ends it.
 */
export function connectDirectly({ url, answer }: Pick<AwsServer, 'url' | 'answer'>): () => void {
  const { host } = new URL(url);
  // The server must not see what belongs to the function that calls, such as its variables.
  const outside = AsyncLocalStorage.snapshot();
  servers.set(host, (request) => outside(() => answer(request)));
  NodeHttpHandler.prototype.handle = handle;
  return () => {
    servers.delete(host);
    if (servers.size === 0) NodeHttpHandler.prototype.handle = overHttp;
  };
}

async function handle(this: NodeHttpHandler, request: Request, options: Parameters<Handle>[1]): ReturnType<Handle> {
  const answer = servers.get(`${request.hostname}:${request.port}`);
  const body = bytesOf(request.body);
  if (!answer || !body) return overHttp.call(this, request, options);
  // Each call waits its turn, so that none that makes many holds the others.
  await turn();
  const given = complete(await answer(arrived(request, body)));
  const bytes = Buffer.from((request.method === 'HEAD' ? undefined : given.body) ?? '');
  // Whoever gets an object expects a stream.
  const got = request.method === 'GET' ? Readable.from([bytes], { objectMode: false }) : bytes;
  return { response: { statusCode: given.status, headers: given.headers, body: got } };
}

/** Undefined for a stream, which is sent over HTTP. */
function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : undefined;
}

function arrived({ method, path, query, headers }: Request, body: Buffer): Arrived {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each): [string, string] => [name, each]),
  );
  return {
    ...{ method, path, body, query: new URLSearchParams(pairs) },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  };
}
