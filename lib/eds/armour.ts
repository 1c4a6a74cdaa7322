import { fromBase64 } from './bytes.ts';
import { EdsRefusal } from './refusal.ts';

/**
 * Octets or characters that may precede a PEM boundary: RFC 7468 5.2 allows explanations there, but nobody needs more.
 */
const longestPreamble = 4096;
/**
 * Two layers: a client may encode a PEM file in base64 again, because it does not know what the file contains. Nobody
 * makes a third layer.
 */
const mostLayers = 2;

const utf8 = new TextDecoder();
const utf16 = new TextDecoder('utf-16le');

const begin = '-----BEGIN ';
const boundary = '-----';

/**
 * The DER or BER inside a text: base64 (RFC 4648) with blanks and line breaks anywhere, with or without padding, bare
 * or between the boundaries of PEM (RFC 7468), with or without a byte order mark. The label is ignored: the structure
 * inside says what it is. A text with a second object is refused; the second object is never ignored. Undefined for
 * other texts.
 *
 * @throws EdsRefusal `input-malformed` for a PEM without base64, or with two objects.
 */
function decodeText(text: string): Uint8Array | undefined {
  const start = text.slice(0, longestPreamble).indexOf(begin);
  if (start < 0) return decodeBase64(text);
  if (text.startsWith('PGP', start + begin.length)) return undefined;
  const [, , body = '', ending = '', , ...rest] = text.slice(start).split(boundary, 8);
  const decoded = decodeBase64(body);
  if (decoded === undefined || !ending.startsWith('END ') || rest.length > 0) throw new EdsRefusal('input-malformed');
  return decoded;
}

/** White space includes the byte order mark (ECMA-262 12.2). */
function decodeBase64(text: string): Uint8Array | undefined {
  const dense = text.replaceAll(/\s+/gu, '');
  if (dense === '' || !/^[A-Za-z0-9+/]+={0,2}$/u.test(dense)) return undefined;
  const digits = dense.replace(/=+$/u, '');
  return digits.length % 4 === 1 ? undefined : fromBase64(digits);
}

/**
 * Octets are text if the first ones contain no control character except white space. DER has an object identifier
 * there, whose tag is a control character. In UTF-16 every second octet of the characters in question is zero; not
 * every program writes the byte order mark.
 */
function readText(octets: Uint8Array): string | undefined {
  const [first, second, , fourth] = octets;
  if (first === 0xff && second === 0xfe) return utf16.decode(octets);
  if (first !== 0x30 && second === 0 && fourth === 0) return utf16.decode(octets);
  const isText = octets
    .subarray(0, longestPreamble)
    .every((octet) => octet >= 0x20 || (octet >= 0x09 && octet <= 0x0d));
  return isText ? utf8.decode(octets) : undefined;
}

/**
 * The DER or BER in the octets of a file, which may be a text as `decodeArmour` accepts it; other octets are returned
 * unchanged.
 *
 * @throws EdsRefusal `input-malformed`
 */
export function unwrapArmour(octets: Uint8Array): Uint8Array {
  let inner = octets;
  for (let layer = 0; layer < mostLayers; layer++) {
    const text = readText(inner);
    const decoded = text === undefined ? undefined : decodeText(text);
    if (decoded === undefined) return inner;
    inner = decoded;
  }
  return inner;
}

/**
 * The octets of a CMS that came as text (a field of JSON): see `decodeText`. Undefined for a text that is neither
 * base64 nor PEM.
 *
 * @example decodeArmour('\uFEFFMAA=\r\n') // 30 00
 */
export function decodeArmour(text: string): Uint8Array | undefined {
  try {
    const decoded = decodeText(text);
    return decoded && unwrapArmour(decoded);
  } catch (error) {
    if (error instanceof EdsRefusal) return undefined;
    throw error;
  }
}
