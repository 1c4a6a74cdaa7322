import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signCrl, type Revocation } from '../authority/crl.ts';
import { identifierOf } from '../authority/issuer.ts';
import { readIssued } from '../../signing/issued.ts';
import type { Signer } from '../../signing/signer-info.ts';
import { readSigners, replaceFile } from './authority-files.ts';
import { demoFamilies, type DemoFamily } from './demo-family.ts';
import { readRegister, writeRegister } from './register.ts';

const week = 7 * 24 * 3600 * 1000;

export const crlNames = demoFamilies.flatMap((family) => [
  `${family}-root.crl`,
  `${family}-nca.crl`,
  `${family}-nca-delta.crl`,
]);

/** Signs all lists again, valid for a week from `now`, into `<dir>/crl`; `dir` is the authority's folder. */
export function issueCrls(dir: string, now: Date): void {
  mkdirSync(join(dir, 'crl'), { recursive: true });
  for (const family of demoFamilies) issueFamilyCrls(dir, family, now);
}

function issueFamilyCrls(dir: string, family: DemoFamily, now: Date): void {
  const { root, nca } = readSigners(dir, family);
  const register = readRegister(dir, family);
  const number = register.crlNumber + 1;
  writeRegister(dir, family, { ...register, crlNumber: number });
  const revoked = register.revoked.map(({ serial, at, reason }) => ({
    serial: Buffer.from(serial, 'hex'),
    at: new Date(at),
    reason,
  }));
  const list = (issuer: Signer, entries: readonly Revocation[], deltaOf?: number) =>
    signCrl(
      {
        issuer: readIssued(issuer.certificate).subject,
        issuerKeyIdentifier: identifierOf(issuer),
        thisUpdate: now,
        nextUpdate: new Date(now.getTime() + week),
        number,
        revoked: entries,
        ...(deltaOf !== undefined && { deltaOf }),
      },
      issuer.privateKey,
    );
  replaceFile(join(dir, 'crl', `${family}-root.crl`), list(root, []));
  replaceFile(join(dir, 'crl', `${family}-nca.crl`), list(nca, revoked));
  // Every revocation since the first list, so that it can be combined with any older one (RFC 5280 5.2.4).
  replaceFile(join(dir, 'crl', `${family}-nca-delta.crl`), list(nca, revoked, 1));
}

/** Where a running authority (`startAuthority`) serves the complete lists: the platform's CRL sources. */
export const crlSources = (url: string): string[] =>
  demoFamilies.flatMap((family) => ['root', 'nca'].map((issuer) => `${url}/crl/${family}-${issuer}.crl`));

/** The complete lists (DER) of the roots and of the intermediates. */
export const readCrls = (dir: string): Uint8Array[] =>
  demoFamilies.flatMap((family) =>
    ['root', 'nca'].map((issuer) => new Uint8Array(readFileSync(join(dir, 'crl', `${family}-${issuer}.crl`)))),
  );
