import type { IncomingMessage } from 'node:http';

/** How many bytes of a body that is too long are still read; the connection of a client that sends more is cut off. */
const PATIENCE = 256 * 1024 * 1024;

/**
 * The whole body of a request; undefined if it is longer than `limit` bytes. Such a body is read to its end and thrown
 * away: a client that is still writing would otherwise find the connection closed before it gets the answer (RFC 9112,
 * 9.6).
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
