import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issuePerson } from '../authority/issuer.ts';
import { readIssued } from '../../signing/issued.ts';
import { writePkcs12 } from '../authority/pkcs12.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { Signer } from '../../signing/signer-info.ts';
import type { AuthoritySigners } from './authority-files.ts';
import { addressesOf, validFor } from './demo-authority.ts';
import type { DemoFamily } from './demo-family.ts';
import type { DemoPerson } from './people-file.ts';
import { roster, type RosterEntry } from './roster.ts';

export interface Surroundings {
  /** The folder of `people.json`; key files are in its folder `keys`. */
  readonly dir: string;
  readonly authorities: Readonly<Record<DemoFamily, AuthoritySigners>>;
  readonly now: Date;
  readonly random: RandomSource;
}

export interface MadePerson {
  readonly person: DemoPerson;
  /** Serial numbers (hex) of the person's certificates. */
  readonly serials: Readonly<Record<DemoFamily, readonly string[]>>;
}

/** Everybody of the roster. */
export async function makePeople(surroundings: Surroundings): Promise<readonly MadePerson[]> {
  mkdirSync(join(surroundings.dir, 'keys'), { recursive: true, mode: 0o700 });
  // OpenSSL makes keys on its own threads, so all are made at once.
  return Promise.all(roster.map((entry) => makePerson(entry, surroundings)));
}

export async function makePerson(entry: RosterEntry, surroundings: Surroundings): Promise<MadePerson> {
  const { authorities, now, random } = surroundings;
  const certify = async (family: DemoFamily, purpose: 'signature' | 'authentication'): Promise<Signer> => {
    const addresses = addressesOf(family, 'nca');
    const options = {
      person: entry,
      role: entry.certificateRole,
      purpose,
      addresses,
      ...validFor(3 * 365, now),
      random,
    };
    return issuePerson(authorities[family].nca, options);
  };
  const keyPassword = readablePassword(random);
  const [signing, authenticating, gost] = await Promise.all([
    certify('rsa', 'signature'),
    certify('rsa', 'authentication'),
    certify('gost-2015', 'signature'),
  ]);
  const write = async (kind: string, signer: Signer, style: 'modern' | 'national'): Promise<string> => {
    const file = join('keys', `${entry.slug}-${kind}.p12`);
    const content = await writePkcs12({ ...signer, chain: [] }, keyPassword, random, style);
    writeFileSync(join(surroundings.dir, file), content, { mode: 0o600 });
    return file;
  };
  const person: DemoPerson = {
    role: entry.role,
    name: `${entry.surname} ${entry.firstName} ${entry.patronymic}`,
    iin: entry.iin,
    password: readablePassword(random),
    ...(entry.organisation?.code && { office: entry.organisation.code }),
    ...(entry.position && { position: entry.position }),
    ...(entry.role === 'applicant' && entry.organisation && { organisation: companyOf(entry, entry.organisation) }),
    ...(entry.mandate && { mandate: true as const }),
    email: `${entry.slug}@demo.localhost`,
    language: entry.language,
    keyFile: await write('rsa', signing, 'modern'),
    keyPassword,
    authKeyFile: await write('rsa-auth', authenticating, 'modern'),
    gostKeyFile: await write('gost', gost, 'national'),
    revoked: entry.revoked ?? false,
  };
  return { person, serials: { rsa: [serialOf(signing), serialOf(authenticating)], 'gost-2015': [serialOf(gost)] } };
}

const companyOf = ({ certificateRole }: RosterEntry, { bin, name }: NonNullable<RosterEntry['organisation']>) => ({
  ...{ bin, name },
  head: certificateRole === 'firstHead',
});

const serialOf = ({ certificate }: Signer): string => Buffer.from(readIssued(certificate).serial).toString('hex');

/** 60 random bits in letters and digits that people do not confuse. */
function readablePassword(random: RandomSource): string {
  const letters = Array.from(random(12), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789-'[byte & 31]!.replace('-', 'z'));
  return ['demo', ...[0, 4, 8].map((at) => letters.slice(at, at + 4).join(''))].join('-');
}
