const [SEQUENCE, INTEGER] = [0x30, 0x02];

/**
 * KMS answers Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 2.2.3); JWS wants r and s side by side,
 * each of `size` bytes (RFC 7518 3.4). Lengths stay below 128 for P-256 and P-384, so one byte holds each.
 */
export function toJoseSignature(der: Uint8Array, size: number): Uint8Array {
  const sLength = 4 + (der[3] ?? 0);
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2 || der[2] !== INTEGER || der[sLength] !== INTEGER)
    throw new Error('Not an ECDSA signature in DER');
  const r = der.subarray(4, sLength);
  const s = der.subarray(sLength + 2);
  if (s.length !== der[sLength + 1]) throw new Error('Not an ECDSA signature in DER');
  return Buffer.concat([fixed(r, size), fixed(s, size)]);
}

/** Without the sign byte, padded on the left. */
function fixed(integer: Uint8Array, size: number) {
  const digits = integer[0] === 0 ? integer.subarray(1) : integer;
  if (digits.length > size) throw new Error('An ECDSA signature of another curve');
  return Buffer.concat([Buffer.alloc(size - digits.length), digits]);
}
