import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrapArmour } from '../lib/eds/armour.ts';
import { attempt } from '../lib/eds/attempt.ts';
import { UsageError } from './eds-usage.ts';

/** The octets of a file that may be DER, PEM or bare base64, like NCALayer's answers. */
export function readDerFile(path: string): Uint8Array {
  const octets = readOctets(path);
  return attempt(() => unwrapArmour(octets)) ?? octets;
}

export function readOctets(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}`, { cause: error });
  }
}

/** Every file of a directory, in the order of their names; none without a directory. */
export function readDirectory(path: string | undefined): readonly Uint8Array[] {
  if (path === undefined) return [];
  let names: string[];
  try {
    names = readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]));
  } catch (error) {
    throw new UsageError(`cannot read directory ${path}`, { cause: error });
  }
  return names.toSorted().map((name) => readDerFile(join(path, name)));
}
