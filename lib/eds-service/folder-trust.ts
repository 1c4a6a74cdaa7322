import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustBucket } from '../adapters/trust/trust-bucket.ts';

/** Folders with certificates and with lists, each file DER, PEM or base64. */
export interface TrustFolders {
  readonly certificates: readonly string[];
  readonly crls: readonly string[];
}

interface Read {
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

/**
 * The folders in the place of a trust bucket: every file in the order of their names. A file is read again only if its
 * time or size has changed, so that what was parsed of it stays in use.
 *
 * @throws if a folder or a file cannot be read
 */
export function openFolders(folders: TrustFolders): Pick<TrustBucket, 'readAll'> {
  const kept = new Map<string, Read>();

  async function readOne(path: string): Promise<Uint8Array> {
    const { mtimeMs, size, ino } = await stat(path);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const known = kept.get(path);
    if (known?.stamp === stamp) return known.bytes;
    const bytes = new Uint8Array(await readFile(path));
    kept.set(path, { stamp, bytes });
    return bytes;
  }

  async function pathsIn(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name));
    return files.toSorted();
  }

  return {
    readAll: async (prefix) => {
      const named = prefix === 'crls/' ? folders.crls : folders.certificates;
      const paths = (await Promise.all(named.map(pathsIn))).flat();
      return new Map(await Promise.all(paths.map(async (path) => [path, await readOne(path)] as const)));
    },
  };
}
