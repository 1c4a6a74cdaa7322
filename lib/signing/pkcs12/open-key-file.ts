import { createHmac, timingSafeEqual } from 'node:crypto';
import { Fields, onlyChild, readBer, readOctetString, readOid, readSmallInteger, type DerNode } from '../../eds/der.ts';
import { readPrivateKey } from './key-pairs.ts';
import { decrypt } from './pkcs12-encryption.ts';
import { derivePkcs12 } from './pkcs12-key.ts';
import type { KeyFile } from './pkcs12.ts';

const macHashes: Readonly<Record<string, readonly ['sha1' | 'sha256', number]>> = {
  '1.3.14.3.2.26': ['sha1', 20],
  '2.16.840.1.101.3.4.2.1': ['sha256', 32],
};

/**
 * Opens a key file (RFC 7292) of ours or of the national authority, DER or BER. The certificate returned is the one of
 * the key. For clients and tests: no server of ours ever sees a person's key file.
 *
 * @throws Error for a wrong password, TypeError for a file of another kind.
 */
export function readPkcs12(file: Uint8Array, password: string): KeyFile {
  const pfx = new Fields(readBer(file));
  pfx.any();
  const safe = contentOf(pfx.any());
  checkMac(pfx.any(), safe, password);
  const bags = readBer(safe).children.flatMap((info) => readBer(openSafe(info, password)).children);
  const certificates: Uint8Array[] = [];
  let key: Uint8Array | undefined;
  for (const { children } of bags) {
    const [type, wrapped] = children;
    if (type === undefined || wrapped === undefined) throw new TypeError('not a SafeBag');
    const value = onlyChild(wrapped);
    if (readOid(type).endsWith('.10.1.2')) key = openKey(value, password);
    else if (readOid(type).endsWith('.10.1.3')) certificates.push(readOctetString(onlyChild(value.children[1]!)));
  }
  if (key === undefined) throw new TypeError('the file has no key');
  return withCertificate(key, certificates);
}

function withCertificate(key: Uint8Array, certificates: readonly Uint8Array[]): KeyFile {
  const privateKey = readPrivateKey(key);
  const certificate = certificates.find((candidate) => Buffer.from(candidate).includes(Buffer.from(privateKey.spki)));
  if (certificate === undefined) throw new TypeError('the file has no certificate for its key');
  return { privateKey, certificate, chain: certificates.filter((other) => other !== certificate) };
}

const contentOf = (info: DerNode): Uint8Array => readOctetString(onlyChild(info.children[1]!));

function openSafe(info: DerNode, password: string): Uint8Array {
  const [type, wrapped] = info.children;
  if (type === undefined || wrapped === undefined) throw new TypeError('not a ContentInfo');
  if (!readOid(type).endsWith('.7.6')) return contentOf(info);
  const content = new Fields(onlyChild(wrapped).children[1]!);
  content.any();
  return decrypt(content.any(), readOctetString(content.any(), 0x80), password);
}

function openKey(encrypted: DerNode, password: string): Uint8Array {
  const fields = new Fields(encrypted);
  return decrypt(fields.any(), readOctetString(fields.any()), password);
}

function checkMac(macData: DerNode, safe: Uint8Array, password: string): void {
  const fields = new Fields(macData);
  const [algorithm, proof] = fields.any().children;
  const salt = readOctetString(fields.any());
  const iterations = fields.next ? readSmallInteger(fields.any()) : 1;
  const [hash, length] = macHashes[readOid(algorithm!.children[0]!)] ?? [];
  if (hash === undefined || length === undefined) throw new TypeError('the file is sealed by an unknown digest');
  const key = derivePkcs12('mac', length, { hash, password, salt, iterations });
  const expected = createHmac(hash, key).update(safe).digest();
  const given = readOctetString(proof!);
  if (given.length !== length || !timingSafeEqual(given, expected)) throw new Error('wrong key file password');
}
