import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Defect } from '../lib/domain/regulation/defect.ts';
import { loadRegulation } from '../lib/domain/regulation/load.ts';
import type { Regulation } from '../lib/domain/regulation/regulation.ts';

const root = join(import.meta.dirname, '..');
const folder = 'statemachines/regulations';

export interface RegulationFile {
  /** From the repository's root. */
  readonly file: string;
  readonly regulation: Regulation;
}

/**
 * Every regulation of the repository in the order of its path, and every defect of those that cannot be read.
 *
 * @param top another folder that has `statemachines/regulations/<region>/<file>.yaml`
 */
export function readRegulations(top = root): { readonly regulations: RegulationFile[]; readonly defects: Defect[] } {
  const regulations: RegulationFile[] = [];
  const defects: Defect[] = [];
  const files = globSync('*/*.yaml', { cwd: join(top, folder) }).sort();
  for (const file of files.map((name) => `${folder}/${name}`)) {
    const loaded = loadRegulation(readFileSync(join(top, file), 'utf8'), file);
    if ('defects' in loaded) defects.push(...loaded.defects);
    else regulations.push({ file, regulation: loaded.regulation });
  }
  return { regulations, defects };
}

/** The verbs that have a function. */
export const readVerbs = (): ReadonlySet<string> =>
  new Set(globSync('functions/*/*/handler.ts', { cwd: root }).map((file) => basename(dirname(file))));
