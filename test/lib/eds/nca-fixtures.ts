import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { unwrapArmour } from '../../../lib/eds/armour.ts';

/** The national authority's public test material, which is beside the repository and not part of it. */
const folder = join(import.meta.dirname, '../../../../shared/nca');
const present = existsSync(join(folder, 'signed_two_signers.cms'));
if (!present) console.warn('skipped: no NCA fixtures (../shared/nca)');

export const describeNca = present ? describe : describe.skip;
export const ncaFile = (name: string): Uint8Array => unwrapArmour(readFileSync(join(folder, name)));

/** The intermediate test authorities, which the tests of the fixtures pin, because their roots are not public. */
export const ncaAuthorities = (): Uint8Array[] =>
  ['nca_rsa_test.crt', 'nca_gost_test.crt', 'nca_gost2015_test.cer'].map(ncaFile);
export const ncaLists = (): Uint8Array[] =>
  ['nca_rsa_test.crl', 'nca_gost_test.crl', 'nca_gost2022_test.crl'].map(ncaFile);
export const ncaPins = (): string[] =>
  ncaAuthorities().map((der) => `${createHash('sha256').update(der).digest('hex')}=persons+timestamps`);
