// Mutation testing of lib/eds' decisions: does a test notice when one of them is made wrong?
//   npm run -s mutate -- [--only lib/eds/ocsp] [--workers 2] [--quiet]
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests, root } from './mutate/bundle.ts';
import { describeOutcomes } from './mutate/describe.ts';
import { judgeAll } from './mutate/judge-all.ts';

const { values: wanted } = parseArgs({
  options: {
    only: { type: 'string', default: 'lib/eds/' },
    workers: { type: 'string', default: '2' },
    quiet: { type: 'boolean', default: false },
  },
});

/** Where verdicts are decided. Readers of ASN.1 and the arithmetic have fuzzing and published vectors. */
const decisions = [
  'lib/eds/verify.ts',
  'lib/eds/person.ts',
  'lib/eds/verify/*.ts',
  'lib/eds/path/*.ts',
  'lib/eds/ocsp/*.ts',
  'lib/eds/crl/{check-revocation,consult-list,delta,revocation-status,scope}.ts',
  'lib/eds/cms/{signer-algorithm,signer-certificate,signing-certificate}.ts',
];
/** What these keep serves the next mutant too: it must be right. */
const kept = new Set(['lib/eds/path/cache.ts']);
const tests = [
  'test/eds/{evidence,nca,person,pkits,report,verify}.test.ts',
  'test/eds/{crl,ocsp,path}/*.test.ts',
  'test/mint/{rsa,ecdsa}.test.ts',
];

const files = (patterns: readonly string[]): readonly string[] => globSync([...patterns], { cwd: root }).toSorted();
const decisive = new Set(files(decisions).filter((file) => file.startsWith(wanted.only) && !kept.has(file)));
const outdir = join(root, `node_modules/.cache/mutate-${process.pid}`);
const suites = files(tests);
const mutants = await bundleTests(suites, (file) => decisive.has(file), outdir);
console.log(`${mutants.length} mutants of ${decisive.size} files, ${suites.length} files of tests`);
const outcomes = await judgeAll(mutants.length, suites, outdir, Number(wanted.workers), (line) => {
  if (!wanted.quiet) console.error(line);
});
console.log(describeOutcomes(mutants, outcomes));
rmSync(outdir, { recursive: true });
