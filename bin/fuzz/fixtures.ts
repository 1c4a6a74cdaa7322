import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrapArmour } from '../../lib/eds/armour.ts';

export type FixtureKind = 'certificate' | 'crl' | 'cms' | 'ocsp' | 'timestamp';

export interface Fixture {
  readonly name: string;
  readonly kind: FixtureKind;
  readonly bytes: Uint8Array;
}

/** Which structure a file of the authority's fixtures contains; other files (keys) are not used as input. */
const kindOf = (file: string): FixtureKind | undefined => {
  if (/\.(?:cer|crt)$/u.test(file)) return 'certificate';
  if (file.endsWith('.crl')) return 'crl';
  if (file.endsWith('.cms')) return 'cms';
  if (file.startsWith('ocsp')) return 'ocsp';
  return file.startsWith('tsp') ? 'timestamp' : undefined;
};

const readFolder = (folder: string): readonly Fixture[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const kind = kindOf(name);
        return kind === undefined ? [] : [{ name, kind, bytes: unwrapArmour(readFileSync(join(folder, name))) }];
      })
    : [];

/** The authority's and NIST's fixtures, if they are beside the repository; otherwise none. */
export const sharedFixtures = (): readonly Fixture[] =>
  ['nca', 'pkits/certs', 'pkits/crls'].flatMap((folder) =>
    readFolder(join(import.meta.dirname, '../../../shared', folder)),
  );
