import { promisify } from 'node:util';
import { deflate, gzip } from 'node:zlib';

/** The codings that API Gateway knows; of Brotli it knows nothing. */
const codings = { gzip: promisify(gzip), deflate: promisify(deflate) };
type Coding = keyof typeof codings;
const isKnown = (name: string): name is Coding => Object.hasOwn(codings, name);

/**
 * API Gateway compresses for who names a coding that it knows before all others, by weight and then by order; `*` and
 * silence name none (API Gateway guide, "Payload compression for REST APIs").
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
  /** Bytes from which it is worth it; absent: never. */
  readonly from: number | undefined;
  /** Of the function's answer. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The body as it travels and the header that says how. What the function has encoded by itself stays so. */
export async function compress(body: Buffer, { acceptEncoding, from, headers }: Asked) {
  const isEncoded = Object.keys(headers).some((name) => name.toLowerCase() === 'content-encoding');
  const coding = codingFor(acceptEncoding);
  if (from === undefined || body.length < from || isEncoded || !coding) return { body, headers: {} };
  return { body: await codings[coding](body), headers: { 'content-encoding': coding } };
}
