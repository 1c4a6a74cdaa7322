import { fromBase64 } from '../../lib/eds/bytes.ts';

/**
 * The octets of a CMS as programs write it: DER or BER, PEM with any label and line ends, or bare base64. Undefined for
 * anything else; whether it is a CMS is for who reads on.
 */
export function readCms(given: Uint8Array | string): Uint8Array | undefined {
  if (typeof given !== 'string' && given[0] === 0x30) return given;
  const text = typeof given === 'string' ? given : decode(given);
  const armour = /-----BEGIN [^-]*-----(?<body>[^-]*)-----END /u.exec(text);
  const base64 = (armour?.groups?.['body'] ?? text).replace(/\s+/gu, '');
  if (!/^[A-Za-z0-9+/]{2,}={0,2}$/u.test(base64)) return undefined;
  try {
    const octets = fromBase64(base64);
    return octets[0] === 0x30 ? octets : undefined;
  } catch {
    return undefined;
  }
}

/** With or without a byte order mark; some programs write UTF-16. */
function decode(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[3] === 0);
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}
