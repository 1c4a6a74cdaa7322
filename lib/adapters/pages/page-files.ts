import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const Names = z.object({
  frame: z.string(),
  styles: z.string(),
  staffStyles: z.string(),
  scripts: z.record(z.string(), z.string()),
  hash: z.string(),
  early: z.string(),
});

/** The bundled pages, as `lib/stack/bundle-pages.ts` makes them, read once. */
export interface PageFiles extends z.output<typeof Names> {
  /** Text of a file by its address below `/app/`. */
  readonly text: (path: string) => string | undefined;
}

/** From source they are at the repository's root; a Lambda has them beside its bundle. @throws Error if they were not made */
export function readPageFiles(from = import.meta.dirname): PageFiles {
  const folder = ['.', '../../..'].map((up) => resolve(from, up, 'web/dist')).find((each) => existsSync(each));
  if (folder === undefined) throw new Error('web/ has not been bundled: `npm start` and `cdk synth` do that');
  const texts = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:js|css|json)$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
  return { ...Names.parse(JSON.parse(texts.get('files.json') ?? '')), text: (path) => texts.get(path) };
}
