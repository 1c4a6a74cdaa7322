import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';

/** A complete request, as it arrived. */
export interface Arrived {
  readonly method: string;
  /** As sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** More than any service here accepts. */
const LIMIT = 64 * 1024 * 1024;

export async function receive(message: IncomingMessage): Promise<Arrived | 'too-large'> {
  const body = await readBody(message, LIMIT);
  if (!body) return 'too-large';
  const [path = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}

export function reply(response: ServerResponse, { status, headers = {}, body }: Answer) {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  // The SDK sets its clock by this header: it must be that of whoever checks the signatures, also where it was moved.
  response.writeHead(status, { date: new Date().toUTCString(), ...length, ...headers });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
