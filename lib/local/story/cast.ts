import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../domain/access/roles.ts';
import { signCms } from '../authority/cms.ts';
import { readPkcs12 } from '../authority/read-pkcs12.ts';
import { demoPeople } from '../demo/demo.ts';
import type { DemoPerson } from '../demo/people-file.ts';

/** Signs as a person does at home: a detached CMS with the key of his file. */
export type Sign = (content: Uint8Array) => Uint8Array;

export interface Player {
  readonly person: DemoPerson;
  readonly sign: Sign;
}

/** Which of his key files everybody in the story signs with. */
export type KeyKind = 'rsa' | 'gost';

/** The first demo person of a role (and office) with his key. */
export function findPlayer(demoDir: string, role: Role, key: KeyKind, office?: string): Player {
  const person = demoPeople(demoDir).find(
    (one) => one.role === role && !one.revoked && (office === undefined || one.office === office),
  );
  if (!person) throw new Error(`the demo has no ${role}`);
  const file = readFileSync(join(demoDir, key === 'rsa' ? person.keyFile : person.gostKeyFile));
  const signer = readPkcs12(file, person.keyPassword);
  return { person, sign: (content) => signCms({ content, detached: true, signer, signingTime: new Date() }) };
}
