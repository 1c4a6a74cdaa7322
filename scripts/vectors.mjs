import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Published test material is beside the repository and not part of it. */
export const home = resolve(import.meta.dirname, '../../shared');

/** Folder → what it is. */
export const sets = {
  pkits: "NIST's path-validation suite (PKITS)",
  nca: "the national authority's test material",
  seeds: 'the decrees as text',
};

/** The missing folders. */
export const missing = () => Object.keys(sets).filter((set) => !existsSync(join(home, set)));

/** Path → SHA-256, as `sha256sum` writes them. */
export const listed = () =>
  new Map(
    readFileSync(join(import.meta.dirname, '../test/vectors.sha256'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

/** `undefined` if there is no such file. */
export const digestOf = (file) =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
