import type { IncomingMessage } from 'node:http';

/** How much of a body that is too long is still read, in bytes: whoever sends more is cut off. */
const PATIENCE = 256 * 1024 * 1024;

/**
 * The body of a request, whole; undefined when it is longer than `limit` bytes. Such a body is read to its end and
 * thrown away: a client that still writes would otherwise meet a closed connection before the answer (RFC 9112, 9.6).
 */
export async function readBody(message: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > PATIENCE) break;
    if (size <= limit) chunks.push(chunk);
    else chunks = [];
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
