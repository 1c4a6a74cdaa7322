import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Defect } from '../lib/domain/regulation/defect.ts';
import { loadRegulation } from '../lib/domain/regulation/load.ts';
import type { Regulation } from '../lib/domain/regulation/regulation.ts';
import { checkPoints } from './check-points.ts';

const root = join(import.meta.dirname, '..');
const folder = 'statemachines/regulations';

/** Every version that a request may use, each a copy of its file under the version's name. */
const versions = 'statemachines/versions';

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
  return readFiles(top, folder, '*/*.yaml');
}

/** @param top another folder that has `statemachines/versions/<service>@<version>.yaml` */
export const readVersions = (top = root) => readFiles(top, versions, '*.yaml');

/** Where a version of a regulation is kept. */
export const versionFile = ({ id, version }: Pick<Regulation, 'id' | 'version'>) => `${versions}/${id}@${version}.yaml`;

function readFiles(top: string, inside: string, pattern: string) {
  const regulations: RegulationFile[] = [];
  const defects: Defect[] = [];
  const files = globSync(pattern, { cwd: join(top, inside) }).sort();
  for (const file of files.map((name) => `${inside}/${name}`)) {
    const loaded = loadRegulation(readFileSync(join(top, file), 'utf8'), file, checkPoints);
    if ('defects' in loaded) defects.push(...loaded.defects);
    else regulations.push({ file, regulation: loaded.regulation });
  }
  return { regulations, defects };
}

/** The verbs that have a function. */
export const readVerbs = (): ReadonlySet<string> =>
  new Set(globSync('functions/*/*/handler.ts', { cwd: root }).map((file) => basename(dirname(file))));
