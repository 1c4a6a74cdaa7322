import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateKey } from '../authority/key-pairs.ts';
import type { Signer } from '../../signing/signer-info.ts';
import type { SigningKey } from '../../signing/signing-key.ts';
import type { DemoFamily } from './demo-family.ts';

/** The signers of a demo hierarchy; each is a `.cer` (DER) and a `.key` (PKCS#8 DER, readable only by its owner). */
export const authorityParts = ['root', 'nca', 'ocsp', 'tsa'] as const;
export type AuthorityPart = (typeof authorityParts)[number];
export type AuthoritySigners = Readonly<Record<AuthorityPart, Signer>>;

const familyFolder = (dir: string, family: DemoFamily): string => join(dir, family);

export function writeSigners(dir: string, family: DemoFamily, signers: AuthoritySigners): void {
  const folder = familyFolder(dir, family);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of authorityParts) {
    const { certificate, privateKey } = signers[part];
    writeFileSync(join(folder, `${part}.cer`), certificate);
    writeFileSync(join(folder, `${part}.key`), privateKey.pkcs8, { mode: 0o600 });
  }
}

/** Root and intermediate in PEM, for `openssl cms -verify -CAfile`. */
export const chainFile = (dir: string, family: DemoFamily): string => join(dir, `${family}-chain.pem`);

export const chainText = ({ root, nca }: AuthoritySigners): string =>
  [root, nca].map(({ certificate }) => new X509Certificate(certificate).toString()).join('');

export function readSigners(dir: string, family: DemoFamily): AuthoritySigners {
  const folder = familyFolder(dir, family);
  const read = (part: AuthorityPart): Signer => ({
    certificate: new Uint8Array(readFileSync(join(folder, `${part}.cer`))),
    privateKey: keyOf(readFileSync(join(folder, `${part}.key`))),
  });
  return { root: read('root'), nca: read('nca'), ocsp: read('ocsp'), tsa: read('tsa') };
}

/** Keys that were read lately, by their octets: a GOST key's public half takes longer to compute than what it signs. */
const KEPT = 64;
const known = new Map<string, SigningKey>();

function keyOf(pkcs8: Buffer): SigningKey {
  const name = pkcs8.toString('latin1');
  const found = known.get(name);
  if (found) return found;
  const read = readPrivateKey(pkcs8);
  if (known.size >= KEPT) known.clear();
  known.set(name, read);
  return read;
}

/** Writes the whole file or nothing, so that neither another reader nor a start after a crash sees half a file. */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  writeFileSync(`${path}.new`, content, { mode });
  renameSync(`${path}.new`, path);
}
