import { promisify } from 'node:util';
import { deflate, gzip } from 'node:zlib';

/** The codings that API Gateway supports; Brotli is not among them. */
const codings = { gzip: promisify(gzip), deflate: promisify(deflate) };
type Coding = keyof typeof codings;
const isKnown = (name: string): name is Coding => Object.hasOwn(codings, name);

/**
 * API Gateway compresses if the client's first choice, by weight and then by order, is a coding that it supports; `*`
 * and an absent header name none (API Gateway guide, "Payload compression for REST APIs").
 */
export function codingFor(acceptEncoding: string): Coding | undefined {
  const [first] = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [name = '', weight = 'q=1'] = part.split(';').map((each) => each.trim());
      return { name, weight: Number(weight.replace('q=', '')) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return first && isKnown(first.name) ? first.name : undefined;
}

interface Asked {
  readonly acceptEncoding: string;
  /** Size in bytes from which answers are compressed; absent: never. */
  readonly from: number | undefined;
  /** Headers of the function's answer. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The body as it is sent, and the header for its coding. What the function has encoded itself is not changed. */
export async function compress(body: Buffer, { acceptEncoding, from, headers }: Asked) {
  const isEncoded = Object.keys(headers).some((name) => name.toLowerCase() === 'content-encoding');
  const coding = codingFor(acceptEncoding);
  if (from === undefined || body.length < from || isEncoded || !coding) return { body, headers: {} };
  return { body: await codings[coding](body), headers: { 'content-encoding': coding } };
}
