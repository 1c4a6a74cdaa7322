import { constants, publicDecrypt, type KeyObject } from 'node:crypto';
import type { OpensslDigestName } from './digests.ts';

/** The DER of `DigestInfo ::= SEQUENCE { digestAlgorithm, digest OCTET STRING }` up to the digest (RFC 8017 9.2, note 1). */
const prefixes: Readonly<Record<OpensslDigestName, string>> = {
  MD5: '3020300c06082a864886f70d020505000410',
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-224': '302d300d06096086480165030402040500041c',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  'SHA-512/224': '302d300d06096086480165030402050500041c',
  'SHA-512/256': '3031300d060960864801650304020605000420',
};

/**
 * RSASSA-PKCS1-v1_5 over a digest that is there already (RFC 8017 8.2.2): what the signature holds is compared whole with the one encoding that is
 * right, 00 01 FF … FF 00 DigestInfo, so that nothing in it is parsed.
 */
export function verifyPkcs1Digest(
  name: OpensslDigestName,
  key: KeyObject,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const info = Buffer.concat([Buffer.from(prefixes[name], 'hex'), digest]);
  const padding = signature.length - info.length - 3;
  if (padding < 8) return false;
  const encoded = Buffer.concat([Buffer.of(0, 1), Buffer.alloc(padding, 0xff), Buffer.of(0), info]);
  try {
    return encoded.equals(publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature));
  } catch {
    // A signature that is not below the modulus (8.2.2 step 2b).
    return false;
  }
}
