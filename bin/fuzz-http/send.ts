import { Agent, request } from 'node:http';

/** A request exactly as it is sent: nothing is encoded or corrected any more. */
export interface Shot {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array;
}

export interface Answer {
  /** 0 if the connection ended without an answer. */
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly milliseconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Any answer counts, and so does none. */
export async function send(url: string, shot: Shot): Promise<Answer> {
  const answer = await sendOnce(url, shot);
  // The server may have closed an idle connection just when it was used again (Node, `request.reusedSocket`).
  const again = answer === 'stale' ? await sendOnce(url, shot, new Agent()) : answer;
  return again === 'stale' ? none : again;
}

const none: Answer = { status: 0, type: '', body: Buffer.alloc(0), milliseconds: 0 };

function sendOnce(url: string, { method, target, headers, body }: Shot, by = agent): Promise<Answer | 'stale'> {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (status: number, type: string) =>
      resolve({ status, type, body: Buffer.concat(chunks), milliseconds: performance.now() - begun });
    const asked = request({
      ...{ agent: by, hostname, port, method, path: target },
      headers: ['host', 'localhost', 'content-length', String(body?.length ?? 0), ...headers.flat()],
    });
    asked.on('response', (response) => {
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end(response.statusCode ?? 0, response.headers['content-type'] ?? ''));
      response.on('error', () => end(0, ''));
    });
    asked.on('error', () => (asked.reusedSocket && chunks.length === 0 ? resolve('stale') : end(0, '')));
    asked.end(body);
  });
}
