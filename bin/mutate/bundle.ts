import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build as bundle } from 'esbuild';
import { instrument, type Mutant } from './instrument.ts';

export const root = join(import.meta.dirname, '../..');
const collector = 'bin/mutate/collect.ts';

/**
 * The tests with lib/eds' decisions instrumented, as modules in `outdir`; what they share is one module there, so that one switch reaches it.
 * `@jest/globals` becomes our own collector of tests. Answers the mutants.
 */
export async function bundleTests(
  tests: readonly string[],
  decides: (path: string) => boolean,
  outdir: string,
): Promise<readonly Mutant[]> {
  const mutants: Mutant[] = [];
  await bundle({
    entryPoints: [collector, ...tests].map((file) => ({ in: join(root, file), out: file.replace(/\.ts$/u, '') })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'mutants',
        setup: (build) => {
          build.onResolve({ filter: /^@jest\/globals$/ }, () => ({ path: join(root, collector) }));
          build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const file = relative(root, path);
            // A bundle lies elsewhere; fixtures are found from where the source was.
            const source = readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
            if (!decides(file)) return { contents: source, loader: 'ts' };
            const { code, mutants: found } = instrument(source, file, mutants.length);
            mutants.push(...found);
            return { contents: code, loader: 'ts' };
          });
        },
      },
    ],
  });
  return mutants;
}
