import { hmac } from '@noble/hashes/hmac.js';
import {
  element,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  type Der,
} from '../../signing/der-writer.ts';
import { readIssued } from '../../signing/issued.ts';
import { encrypt, keyFileIterations, type Encryption } from './pkcs12-encryption.ts';
import { derivePkcs12 } from '../../signing/pkcs12/derive.ts';
import { keyFileDigests, type KeyFileDigest } from '../../signing/pkcs12/digests.ts';
import type { RandomSource } from '../../signing/random.ts';
import { contentTypes, type Signer } from '../../signing/signer-info.ts';

export interface KeyFile extends Signer {
  /** Certificates (DER) stored in addition to the signer's own. */
  readonly chain: readonly Uint8Array[];
}

/**
 * `modern`: AES-256 and SHA-256, for OpenSSL 3 and browsers. `national`: triple DES, RC2 and SHA-1, as the authority
 * writes.
 */
export type KeyFileStyle = 'modern' | 'national';

const styles = {
  modern: { key: 'pbes2', certificates: 'pbes2', mac: keyFileDigests[1] },
  national: { key: 'triple-des', certificates: 'rc2-40', mac: keyFileDigests[0] },
} as const satisfies Record<KeyFileStyle, { key: Encryption; certificates: Encryption; mac: KeyFileDigest }>;

/** Object identifiers of RFC 7292 4.2 and RFC 2985. */
const bags = { key: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' } as const;
const x509Certificate = '1.2.840.113549.1.9.22.1';
const localKeyId = '1.2.840.113549.1.9.21';
const friendlyName = '1.2.840.113549.1.9.20';
const encryptedData = '1.2.840.113549.1.7.6';

/**
 *     PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData }                                     -- RFC 7292 4
 */
export async function writePkcs12(
  file: KeyFile,
  password: string,
  random: RandomSource,
  style: KeyFileStyle = 'modern',
  iterations = keyFileIterations,
): Promise<Der> {
  const { key, certificates, mac } = styles[style];
  const identity = keyIdentity(file.certificate);
  const [keyAlgorithm, keyOctets] = await encrypt(key, file.privateKey.pkcs8, password, random, iterations);
  const keyBag = bag(bags.key, sequence(keyAlgorithm, octetString(keyOctets)), identity);
  const certificateBags = sequence(
    ...[file.certificate, ...file.chain].map((certificate, place) =>
      bag(
        bags.certificate,
        sequence(oid(x509Certificate), tagged(0, octetString(certificate))),
        place === 0 ? identity : undefined,
      ),
    ),
  );
  const [algorithm, octets] = await encrypt(certificates, certificateBags, password, random, iterations);
  const encrypted = sequence(integer(0), sequence(oid(contentTypes.data), algorithm, element(0x80, octets)));
  const safe = sequence(data(sequence(keyBag)), sequence(oid(encryptedData), tagged(0, encrypted)));
  const salt = random(16);
  const { hash } = mac;
  const by = { hash, password, salt, iterations };
  const proof = hmac(hash, derivePkcs12('mac', hash.outputLen, by), safe);
  const macData = sequence(
    sequence(sequence(oid(mac.digest), nothing), octetString(proof)),
    octetString(salt),
    integer(iterations),
  );
  return sequence(integer(3), data(safe), macData);
}

const data = (content: Uint8Array): Der => sequence(oid(contentTypes.data), tagged(0, octetString(content)));

const bag = (type: string, value: Uint8Array, attributes?: Uint8Array): Der =>
  sequence(oid(type), tagged(0, value), ...(attributes ? [attributes] : []));

/**
 * The serial number connects key and certificate; the friendly name is the same in hex, as in the authority's files.
 */
function keyIdentity(certificate: Uint8Array): Der {
  const { serial } = readIssued(certificate);
  const name = Buffer.from(Buffer.from(serial).toString('hex'), 'utf16le').swap16();
  return setOf(
    sequence(oid(localKeyId), setOf(octetString(serial))),
    sequence(oid(friendlyName), setOf(element(0x1e, name))),
  );
}
