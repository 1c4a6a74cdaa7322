import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from './authority-files.ts';
import type { MadePerson } from './make-people.ts';
import { DemoPerson } from './people-file.ts';

const serials = z.array(z.string());
const Begun = z.strictObject({ person: DemoPerson, serials: z.strictObject({ rsa: serials, 'gost-2015': serials }) });

/** Who is being added, until `people.json` names them. */
const begunFile = (dir: string): string => join(dir, 'person-begun.json');

export const readBegun = (dir: string): MadePerson | undefined =>
  existsSync(begunFile(dir)) ? Begun.parse(JSON.parse(readFileSync(begunFile(dir), 'utf8'))) : undefined;

export const writeBegun = (dir: string, begun: MadePerson): void =>
  replaceFile(begunFile(dir), `${JSON.stringify(begun, null, 2)}\n`, 0o600);

export const forgetBegun = (dir: string): void => rmSync(begunFile(dir), { force: true });
