import { constants, hash as hashWhole, verify, type KeyObject } from 'node:crypto';
import { opensslDigest, type OpensslDigestName } from '../algorithms/digest-names.ts';
import type { PssParameters } from '../algorithms/pss.ts';
import { fromHex } from '../bytes.ts';
import { Fields, readDer, writeDer } from '../der.ts';
import { importPublicKey } from './node-keys.ts';
import type { Answer } from './port.ts';

const digestNames = Object.keys(opensslDigest) as OpensslDigestName[];

/**
 * What a bare name such as `RSASSA-PSS-SHA-256` means: the same digest everywhere and a salt of its length (the advice
 * of RFC 4055 section 3.1), unless an id-RSASSA-PSS key says otherwise.
 */
export function pssByName(digest: OpensslDigestName, spki: Uint8Array): PssParameters {
  const key = importPublicKey(spki);
  const own = key === 'unsupported' ? undefined : key.asymmetricKeyDetails;
  const mask = digestNames.find((name) => opensslDigest[name] === own?.mgf1HashAlgorithm);
  const length = hashWhole(opensslDigest[digest], '', 'buffer').length;
  return {
    digest,
    maskDigest: mask ?? digest,
    saltLength: own?.saltLength ?? length,
  };
}

/**
 * Verifies with an rsaEncryption key, or with an id-RSASSA-PSS key whose parameters must equal the signature's (RFC
 * 4055 section 3.3). Through Node, OpenSSL accepts another digest for the mask only from an id-RSASSA-PSS key; if the
 * mask's digest differs, such a key is made.
 */
export function verifyPss(
  { digest, maskDigest, saltLength }: PssParameters,
  parameters: Uint8Array | undefined,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Answer {
  const given = importPublicKey(spki);
  if (given === 'unsupported') return 'unsupported';
  let key: KeyObject | 'unsupported' = given;
  if (given.asymmetricKeyType === 'rsa') {
    if (maskDigest !== digest)
      key = parameters === undefined ? 'unsupported' : importPublicKey(restrictToPss(spki, parameters));
  } else if (given.asymmetricKeyType === 'rsa-pss') {
    const own = given.asymmetricKeyDetails ?? {};
    const hash = opensslDigest[digest];
    if (own.hashAlgorithm !== undefined && own.hashAlgorithm !== hash) return 'invalid';
    if (own.mgf1HashAlgorithm !== undefined && own.mgf1HashAlgorithm !== opensslDigest[maskDigest]) return 'invalid';
    if (own.saltLength !== undefined && own.saltLength > saltLength) return 'invalid';
  } else key = 'unsupported';
  if (key === 'unsupported') return 'unsupported';
  try {
    const padded = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
    return verify(opensslDigest[digest], message, padded, signature) ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

const pssOidDer = fromHex('06092a864886f70d01010a');

function restrictToPss(spki: Uint8Array, parameters: Uint8Array): Uint8Array {
  const fields = new Fields(readDer(spki));
  fields.any();
  return writeDer(0x30, writeDer(0x30, pssOidDer, parameters), fields.any().raw);
}
