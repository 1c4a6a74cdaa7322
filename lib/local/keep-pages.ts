import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages } from '../stack/bundle-pages.ts';

/** Bundles the local platform's pages into `web/dist`, unless it has those of the same sources: bundling is a quarter of a start. */
export function keepPages(root: string): void {
  const outdir = join(root, 'web/dist');
  const stamp = join(outdir, 'sources.sha256');
  const digest = digestSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  // It is there only beside whole pages.
  rmSync(stamp, { force: true });
  bundlePages(root, outdir, { isLocal: true });
  writeFileSync(stamp, digest);
}

/** Of all from which pages may import, and of the libraries' versions. */
function digestSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const sources = globSync(
    ['web/**/*.{ts,tsx,css}', '{lib,functions}/**/*.ts', 'package-lock.json', 'web/tsconfig.json'],
    {
      cwd: root,
      exclude: ['web/dist'],
    },
  );
  for (const file of sources.toSorted()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
