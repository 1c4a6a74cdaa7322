import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsFailure } from '../aws/failure.ts';
import type { Arrived } from '../aws/request.ts';

export interface Payload {
  readonly bytes: Buffer;
  /** The `x-amz-checksum-…` headers that came with the body, checked. */
  readonly checksums: Readonly<Record<string, string>>;
}

const digest = (algorithm: string) => (bytes: Buffer) => createHash(algorithm).update(bytes).digest('base64');

const algorithms: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'x-amz-checksum-sha256': digest('sha256'),
  'x-amz-checksum-sha1': digest('sha1'),
  'x-amz-checksum-crc32': (bytes) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(bytes));
    return sum.toString('base64');
  },
  'content-md5': digest('md5'),
};

/**
 * The bytes of an upload, compared with every digest that came with them.
 * @throws AwsFailure BadDigest and similar
 */
export function readPayload({ headers, query, body }: Arrived): Payload {
  const stated = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  const { bytes, trailers } = stated.startsWith('STREAMING-') ? unchunk(body) : { bytes: body, trailers: {} };
  if (/^[0-9a-f]{64}$/.test(stated) && createHash('sha256').update(bytes).digest('hex') !== stated)
    throw new AwsFailure('XAmzContentSHA256Mismatch', 'The body is not what was signed.');
  // A presigned address may have a digest as a parameter instead of a header.
  const sums = [...query].map(([name, value]) => [name.toLowerCase(), value] as const);
  const given = { ...Object.fromEntries(sums), ...headers, ...trailers };
  const checksums: Record<string, string> = {};
  for (const [name, value] of Object.entries<string>(given)) {
    const algorithm = algorithms[name];
    if (!algorithm) {
      if (/^x-amz-checksum-(crc32c|crc64nvme)$/.test(name)) throw new AwsFailure('NotImplemented', name, 501);
      continue;
    }
    if (algorithm(bytes) !== value) throw new AwsFailure('BadDigest', `${name} does not match what was received.`);
    if (name !== 'content-md5') checksums[name] = value;
  }
  return { bytes, checksums };
}

/** Decodes `aws-chunked`: a size in hexadecimal on a line, then that many bytes; after size 0 come the trailers. */
function unchunk(body: Buffer): { bytes: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (end < 0 || Number.isNaN(size)) throw new AwsFailure('IncompleteBody', 'aws-chunked');
    if (size === 0) {
      const lines = body.subarray(end).toString().split('\r\n').filter(Boolean);
      return {
        bytes: Buffer.concat(parts),
        trailers: Object.fromEntries(lines.map((line) => line.split(/:\s*(.*)/s))),
      };
    }
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
