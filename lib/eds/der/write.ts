const lengthOctets = (length: number): number[] => {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
};

/**
 * One DER element of these pieces, for what the core must build itself (an OCSP certID, a key with inherited
 * parameters).
 */
export const writeDer = (tag: number, ...pieces: readonly Uint8Array[]): Uint8Array => {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const octets = lengthOctets(length);
  const whole = new Uint8Array(1 + octets.length + length);
  whole[0] = tag;
  whole.set(octets, 1);
  let at = 1 + octets.length;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
