import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../domain/access/roles.ts';
import { openKeyFile } from '../../signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../signing/sign-detached.ts';
import { demoPeople } from '../demo/demo.ts';
import type { DemoPerson } from '../demo/people-file.ts';

/** Signs as a person does at home: a detached CMS with the key from their file. */
export type Sign = (content: Uint8Array) => Promise<Uint8Array>;

export interface Player {
  readonly person: DemoPerson;
  readonly sign: Sign;
  /** Signs with the key for signing in. */
  readonly prove: Sign;
}

/** The kind of key file with which everybody in the story signs. */
export type KeyKind = 'rsa' | 'gost';

/** The first demo person of a role (and office), with their key. */
export function findPlayer(demoDir: string, role: Role, key: KeyKind, office?: string): Player {
  const person = demoPeople(demoDir).find(
    (one) => one.role === role && !one.revoked && (office === undefined || one.office === office),
  );
  if (!person) throw new Error(`the demo has no ${role}`);
  const keyIn = (file: string): Sign => {
    let opened: ReturnType<typeof openKeyFile> | undefined;
    return async (content) => {
      opened ??= openKeyFile(readFileSync(join(demoDir, file)), person.keyPassword);
      return signDetached(content, (await opened).signers[0], new Date());
    };
  };
  return key === 'rsa'
    ? { person, sign: keyIn(person.keyFile), prove: keyIn(person.authKeyFile) }
    : { person, sign: keyIn(person.gostKeyFile), prove: keyIn(person.gostKeyFile) };
}
