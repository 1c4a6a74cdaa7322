import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from './authority-files.ts';
import type { DemoFamily } from './demo-family.ts';

/**
 * What a demo authority remembers: every serial number (hex) that it issued, what it revoked, and the last CRL's
 * number.
 */
const Register = z.strictObject({
  crlNumber: z.int(),
  issued: z.array(z.string()),
  revoked: z.array(
    z.strictObject({ serial: z.string(), at: z.iso.datetime(), reason: z.enum(['keyCompromise', 'certificateHold']) }),
  ),
});
export type Register = z.infer<typeof Register>;

const registerFile = (dir: string, family: DemoFamily): string => join(dir, family, 'register.json');

export const readRegister = (dir: string, family: DemoFamily): Register =>
  Register.parse(JSON.parse(readFileSync(registerFile(dir, family), 'utf8')));

export const writeRegister = (dir: string, family: DemoFamily, register: Register): void =>
  replaceFile(registerFile(dir, family), `${JSON.stringify(register, null, 2)}\n`, 0o600);
