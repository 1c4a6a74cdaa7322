import type { Addresses } from '../authority/profile.ts';
import {
  issueIntermediate,
  issueOcspResponder,
  issueRoot,
  issueTimestampAuthority,
  type IssueOptions,
  type Period,
} from '../authority/issuer.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { AuthoritySigners } from './authority-files.ts';
import type { DemoFamily } from './demo-family.ts';

const day = 24 * 3600 * 1000;

/** From the day before, so that they are valid even for a clock that is a little behind. */
export const validFor = (days: number, now: Date): Period => ({
  notBefore: new Date(now.getTime() - day),
  notAfter: new Date(now.getTime() + days * day),
});

/** Tests make authorities of ECDSA, too: its keys and signatures cost least. */
const labels = { rsa: 'RSA', 'gost-2015': 'GOST 2015', ecdsa: 'ECDSA' } satisfies Record<DemoFamily | 'ecdsa', string>;
export type AuthorityFamily = keyof typeof labels;

/**
 * Addresses in the demo certificates. They lead nowhere outside this machine (RFC 6761 6.3), and the platform fetches
 * only from the sources in its configuration.
 */
export function addressesOf(family: AuthorityFamily, issuer: 'root' | 'nca'): Addresses {
  const base = 'http://demo-authority.localhost';
  const ofRoot = issuer === 'root';
  return {
    crl: `${base}/crl/${family}-${issuer}.crl`,
    ...(!ofRoot && { deltaCrl: `${base}/crl/${family}-nca-delta.crl`, ocsp: `${base}/ocsp/${family}` }),
    issuer: `${base}/certificates/${family}-${issuer}.cer`,
  };
}

/** A new root, intermediate, OCSP responder and timestamp authority of one family; every name contains "Demo". */
export async function makeAuthority(
  family: AuthorityFamily,
  now: Date,
  random: RandomSource,
): Promise<AuthoritySigners> {
  const label = labels[family];
  const options = (years: number): IssueOptions => ({ ...validFor(years * 365, now), random });
  const root = await issueRoot(family, `DEMO НЕГІЗГІ КО (${label})`, options(20));
  const nca = await issueIntermediate(root, `DEMO ҰКО (${label})`, addressesOf(family, 'root'), options(10));
  const ocsp = await issueOcspResponder(nca, `DEMO OCSP (${label})`, options(5));
  const tsa = await issueTimestampAuthority(nca, `DEMO TSA (${label})`, addressesOf(family, 'nca'), options(5));
  return { root, nca, ocsp, tsa };
}
