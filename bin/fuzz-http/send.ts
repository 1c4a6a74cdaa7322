import { Agent, request } from 'node:http';

/** A request as it goes over the wire: nothing is encoded or put right any more. */
export interface Shot {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array;
}

export interface Answer {
  /** 0 when the connection ended without one. */
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Any answer is an answer, and so is none. */
export function send(url: string, { method, target, headers, body }: Shot): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (status: number, type: string) =>
      resolve({ status, type, body: Buffer.concat(chunks), milliseconds: performance.now() - begun });
    const asked = request({
      ...{ agent, hostname, port, method, path: target },
      headers: ['host', 'localhost', 'content-length', String(body?.length ?? 0), ...headers.flat()],
    });
    asked.on('response', (response) => {
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end(response.statusCode ?? 0, response.headers['content-type'] ?? ''));
      response.on('error', () => end(0, ''));
    });
    asked.on('error', () => end(0, ''));
    asked.end(body);
  });
}
