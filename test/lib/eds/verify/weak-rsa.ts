import { bitString, element, nothing, oid, sequence } from '../../../../lib/signing/der-writer.ts';

/** DER SubjectPublicKeyInfo of an RSA key with a modulus of this many bits; nobody has its private part. */
export function weakRsaKey(bits: number): Uint8Array {
  const modulus = new Uint8Array(Math.ceil(bits / 8)).fill(0xff);
  modulus[0] = 0xff >> (modulus.length * 8 - bits);
  const positive = modulus[0] >= 0x80 ? Uint8Array.of(0, ...modulus) : modulus;
  const key = sequence(element(0x02, positive), element(0x02, Uint8Array.of(1, 0, 1)));
  return sequence(sequence(oid('1.2.840.113549.1.1.1'), nothing), bitString(key));
}
