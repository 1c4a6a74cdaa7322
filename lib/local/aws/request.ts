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

const parsed = new WeakMap<Buffer, unknown>();

/** What the body says; nothing for an empty one. It is parsed once: who checks the call reads it first, then the service takes it. @throws SyntaxError */
export function jsonOf(body: Buffer): unknown {
  if (body.length === 0) return {};
  if (!parsed.has(body)) parsed.set(body, JSON.parse(body.toString()));
  return parsed.get(body);
}

/** With the headers that every answer has. */
export function complete({
  status,
  headers = {},
  body,
}: Answer): Required<Pick<Answer, 'status' | 'headers'>> & Answer {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  // The SDK sets its clock by this header: it must be that of whoever checks the signatures, also where it was moved.
  return {
    status,
    ...(body !== undefined && { body }),
    headers: { date: new Date().toUTCString(), ...length, ...headers },
  };
}

export function reply(response: ServerResponse, answer: Answer) {
  const { status, headers, body } = complete(answer);
  response.writeHead(status, headers);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
