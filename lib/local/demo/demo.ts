import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemRandom, type RandomSource } from '../../signing/random.ts';
import {
  authorityParts,
  chainFile,
  chainText,
  replaceFile,
  writeSigners,
  type AuthoritySigners,
} from './authority-files.ts';
import { makeAuthority } from './demo-authority.ts';
import { issueCrls, readCrls } from './demo-crls.ts';
import { demoFamilies, type DemoFamily } from './demo-family.ts';
import { makePeople, type MadePerson } from './make-people.ts';
import { peopleFile, peopleText, readPeople, type DemoPerson } from './people-file.ts';
import { writeRegister } from './register.ts';
import { readIssued } from '../../signing/issued.ts';

export interface DemoOptions {
  /** `.local/demo`, the folder for `people.json`, `keys` and the authority's `ca`. */
  readonly dir: string;
  readonly now: Date;
  readonly random?: RandomSource;
}

/** What the platform needs from the demo authority, all in DER. */
export interface Demo {
  readonly people: readonly DemoPerson[];
  /** The anchors to pin: the roots of both families. */
  readonly anchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  /** PEM file of the RSA root and intermediate, for `openssl cms -verify -CAfile`. */
  readonly chainFile: string;
  /** Whether this call made them. */
  readonly created: boolean;
}

export const authorityFolder = (dir: string): string => join(dir, 'ca');

/**
 * Opens the demo authority and people, and signs the revocation lists again. The first start makes them. `people.json`
 * is written last: if it is missing, the first start was interrupted and begins again.
 */
export async function openDemo({ dir, now, random = systemRandom }: DemoOptions): Promise<Demo> {
  const known = readPeople(dir);
  const people = known ?? (await makeDemo({ dir, now, random }));
  const ca = authorityFolder(dir);
  issueCrls(ca, now);
  const certificates = (part: 'root' | 'nca'): Uint8Array[] =>
    demoFamilies.map((family) => new Uint8Array(readFileSync(join(ca, family, `${part}.cer`))));
  return {
    people,
    anchors: certificates('root'),
    intermediates: certificates('nca'),
    crls: readCrls(ca),
    chainFile: chainFile(ca, 'rsa'),
    created: known === undefined,
  };
}

/** The demo people in `dir`, for the platform's accounts and for clients. */
export function demoPeople(dir: string): readonly DemoPerson[] {
  const people = readPeople(dir);
  if (people === undefined) throw new Error(`no demo people in ${dir}: start the platform once`);
  return people;
}

async function makeDemo({ dir, now, random }: Required<DemoOptions>): Promise<readonly DemoPerson[]> {
  const ca = authorityFolder(dir);
  rmSync(ca, { recursive: true, force: true });
  rmSync(join(dir, 'keys'), { recursive: true, force: true });
  mkdirSync(ca, { recursive: true, mode: 0o700 });
  const [rsa, gost] = await Promise.all(demoFamilies.map((family) => makeAuthority(family, now, random)));
  const authorities = { rsa: rsa!, 'gost-2015': gost! };
  const made = await makePeople({ dir, authorities, now, random });
  for (const family of demoFamilies) {
    writeSigners(ca, family, authorities[family]);
    replaceFile(chainFile(ca, family), chainText(authorities[family]));
    writeRegister(ca, family, registerOf(family, authorities[family], made, now));
  }
  const people = made.map(({ person }) => person);
  replaceFile(peopleFile(dir), peopleText(people), 0o600);
  return people;
}

const registerOf = (family: DemoFamily, signers: AuthoritySigners, made: readonly MadePerson[], now: Date) => ({
  crlNumber: 0,
  issued: [
    ...authorityParts.map((part) => Buffer.from(readIssued(signers[part].certificate).serial).toString('hex')),
    ...made.flatMap(({ serials }) => serials[family]),
  ],
  revoked: made
    .filter(({ person }) => person.revoked)
    .flatMap(({ serials }) => serials[family])
    .map((serial) => ({ serial, at: now.toISOString(), reason: 'keyCompromise' as const })),
});
