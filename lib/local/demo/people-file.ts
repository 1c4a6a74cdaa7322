import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Role } from '../../domain/access/roles.ts';

/**
 * A demo person, as `people.json` lists them for any client. Key files are PKCS#12, with paths relative to the folder
 * of `people.json`; all files of a person have the same `keyPassword`.
 */
export const DemoPerson = z.strictObject({
  role: Role,
  name: z.string(),
  iin: z.string().length(12),
  /** The password for signing in to the platform. */
  password: z.string(),
  office: z.string().optional(),
  position: z.string().optional(),
  /** Of applicants: the organisation that their certificates name. */
  organisation: z.strictObject({ bin: z.string().length(12), name: z.string(), head: z.boolean() }).optional(),
  /** Whether they were seeded with a mandate of their head to sign. */
  mandate: z.literal(true).optional(),
  email: z.string(),
  language: z.enum(['kk', 'ru']),
  /** RSA, signing. */
  keyFile: z.string(),
  keyPassword: z.string(),
  /** RSA, signing in. */
  authKeyFile: z.string(),
  /** GOST 34.10-2015 of 512 bits, for both; in the form of PKCS#12 that the national authority writes. */
  gostKeyFile: z.string(),
  /** Whether the person's certificates are revoked: then their signatures must be refused. */
  revoked: z.boolean(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

const peopleFile = (dir: string): string => join(dir, 'people.json');

/** The demo people of `<dir>/people.json`; undefined if they have not been made. */
export function readPeople(dir: string): DemoPerson[] | undefined {
  const file = peopleFile(dir);
  return existsSync(file) ? z.array(DemoPerson).parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export const peopleText = (people: readonly DemoPerson[]): string => `${JSON.stringify(people, null, 2)}\n`;
export { peopleFile };
