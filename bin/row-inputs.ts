import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ZodType } from 'zod';

/** The input that each function of `functions/` that performs rows accepts from a machine, by its verb. */
export async function readInputs(root: string): Promise<ReadonlyMap<string, ZodType>> {
  const folders = globSync('functions/*/*', { cwd: root });
  const read = folders.map(async (folder) => {
    const verb = basename(folder);
    const path = join(root, folder, `${verb}.ts`);
    const [file] = globSync(path);
    const { input } = file ? ((await import(pathToFileURL(file).href)) as { input?: unknown }) : {};
    return input instanceof ZodType ? ([[verb, input]] as const) : [];
  });
  return new Map((await Promise.all(read)).flat());
}
