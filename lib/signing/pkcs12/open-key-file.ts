import { compareBytes } from '../../eds/bytes.ts';
import { Fields, onlyChild, readBer, readOctetString, readOid, readSmallInteger, type DerNode } from '../../eds/der.ts';
import { EdsRefusal } from '../../eds/refusal.ts';
import { readIssued } from '../issued.ts';
import { readPersonKey } from '../person-key.ts';
import type { Signer } from '../signer-info.ts';
import type { PersonKey } from '../signing-key.ts';
import { Allowance, mostOctets } from './bounds.ts';
import { decrypt } from './decrypt.ts';
import { derivePkcs12 } from './derive.ts';
import { findKeyFileDigest } from './digests.ts';
import { hmac } from './web-crypto.ts';
import { KeyFileRefusal } from './refusal.ts';

/** The content of a key file (RFC 7292): private keys, each with its certificate, and other certificates (DER). */
export interface OpenKeyFile {
  readonly signers: readonly [Signer<PersonKey>, ...Signer<PersonKey>[]];
  readonly chain: readonly Uint8Array[];
}

const limits = { bytes: mostOctets, elements: 2_000 };
const bagTypes = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const;
const encryptedData = '1.2.840.113549.1.7.6';

/**
 * Opens a key file of the national authority or of the usual tools, DER or BER, on its owner's machine: in a page or in
 * a client. Our servers never see one. Its cost is bounded before anything is computed.
 *
 *     PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, macData MacData OPTIONAL }      -- RFC 7292 4
 *
 * @throws KeyFileRefusal
 */
export async function openKeyFile(file: Uint8Array, password: string): Promise<OpenKeyFile> {
  if (file.length > mostOctets) throw new KeyFileRefusal('too-costly');
  try {
    return await open(file, password, new Allowance());
  } catch (error) {
    if (error instanceof EdsRefusal) throw new KeyFileRefusal('not-key-file');
    throw error;
  }
}

async function open(file: Uint8Array, password: string, allowance: Allowance): Promise<OpenKeyFile> {
  const pfx = new Fields(readBer(file, limits));
  if (readSmallInteger(pfx.any()) !== 3) throw new KeyFileRefusal('not-key-file');
  const safe = contentOf(pfx.any());
  await checkMac(pfx.any(), safe, password, allowance);
  const keys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const info of readBer(safe, limits).children) {
    for (const bag of readBer(await openSafe(info, password, allowance), limits).children) {
      const [type, value] = [readOid(child(bag, 0)), onlyChild(child(bag, 1))];
      if (type === bagTypes.certificate) certificates.push(readOctetString(onlyChild(child(value, 1))));
      if (type !== bagTypes.key && type !== bagTypes.shroudedKey) continue;
      allowance.key();
      keys.push(type === bagTypes.key ? value.raw : await openKey(value, password, allowance));
    }
  }
  return withCertificates(await Promise.all(keys.map(readPersonKey)), certificates);
}

function withCertificates(keys: readonly PersonKey[], certificates: readonly Uint8Array[]): OpenKeyFile {
  const own = (key: PersonKey) =>
    certificates.find((certificate) => compareBytes(readIssued(certificate).spki, key.spki) === 0);
  const [first, ...more] = keys.flatMap((privateKey) => {
    const certificate = own(privateKey);
    return certificate === undefined ? [] : [{ privateKey, certificate }];
  });
  if (first === undefined) throw new KeyFileRefusal('no-key');
  const signers = [first, ...more] as const;
  return {
    signers: [...signers],
    chain: certificates.filter((other) => signers.every(({ certificate }) => certificate !== other)),
  };
}

function child({ children, end }: DerNode, place: number): DerNode {
  const found = children[place];
  if (found === undefined) throw new EdsRefusal('der-field-missing', end);
  return found;
}

const contentOf = (info: DerNode): Uint8Array => readOctetString(onlyChild(child(info, 1)));

/** `EncryptedData ::= SEQUENCE { version, EncryptedContentInfo }` (RFC 5652 8), or the content unencrypted. */
async function openSafe(info: DerNode, password: string, allowance: Allowance): Promise<Uint8Array> {
  if (readOid(child(info, 0)) !== encryptedData) return contentOf(info);
  const content = new Fields(child(onlyChild(child(info, 1)), 1));
  content.any();
  return decrypt(content.any(), readOctetString(content.any(), 0x80), password, allowance);
}

async function openKey(encrypted: DerNode, password: string, allowance: Allowance): Promise<Uint8Array> {
  const fields = new Fields(encrypted);
  return decrypt(fields.any(), readOctetString(fields.any()), password, allowance);
}

/** `MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }` */
async function checkMac(macData: DerNode, safe: Uint8Array, password: string, allowance: Allowance): Promise<void> {
  const fields = new Fields(macData);
  const sealed = new Fields(fields.any());
  const algorithm = readOid(new Fields(sealed.any()).any());
  const digest = findKeyFileDigest('digest', algorithm);
  if (digest === undefined) throw new KeyFileRefusal('unsupported', algorithm);
  const salt = readOctetString(fields.any());
  const iterations = fields.next ? readSmallInteger(fields.any()) : 1;
  allowance.rounds(iterations);
  const { hash, web } = digest;
  const key = derivePkcs12('mac', hash.outputLen, { hash, password, salt, iterations });
  if (compareBytes(await hmac(web, key, safe), readOctetString(sealed.any())) !== 0)
    throw new KeyFileRefusal('wrong-password');
}
