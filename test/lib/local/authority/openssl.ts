import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** OpenSSL's own client, as an independent check of what the authority writes; undefined if it is not installed. */
export function openssl(...args: readonly string[]): { readonly ok: boolean; readonly output: string } | undefined {
  const { status, stdout, stderr, error } = spawnSync('openssl', args, { encoding: 'latin1' });
  if (error !== undefined) {
    console.warn('skipped: no openssl on this machine');
    return undefined;
  }
  return { ok: status === 0, output: stdout + stderr };
}

/** A fresh folder with these files; the path of each by its name. */
export function written(files: Readonly<Record<string, Uint8Array | string>>): Record<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'e-akimat-authority-'));
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const path = join(dir, name);
      writeFileSync(path, content);
      return [name, path];
    }),
  );
}
