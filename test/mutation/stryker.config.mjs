// Mutation testing of the decisions of lib/eds and lib/card by `npm run mutate`, from the repository's root: docs/eds.md says what it found.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';

const workplace = '.local/mutation';
// Tests find ../shared beside the repository; here it has to lie beside Stryker's copy of it.
mkdirSync(workplace, { recursive: true });
if (existsSync('../shared') && !existsSync(`${workplace}/shared`))
  symlinkSync('../../../shared', `${workplace}/shared`);

export default {
  mutate: [
    'lib/eds/**/*.ts',
    // Arithmetic has published vectors; words, schemas and the formats of the command line have tests of their own.
    '!lib/eds/gost/**',
    '!lib/eds/texts/**',
    '!lib/eds/{texts,report-text,report-schema}.ts',
    '!lib/eds/**/answer-*-line.ts',
    // What it keeps serves the next mutant, too: it must be right.
    '!lib/eds/path/cache.ts',
    'lib/card/**/*.ts',
    // What the pages of a card show is looked at where they are drawn.
    '!lib/card/{texts,words,page-words,facts,signature-lines,distinguished-name,describe-card}.ts',
  ],

  // mocha keeps the tests loaded from mutant to mutant, where jest would start anew for each.
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning', '--import', `${import.meta.dirname}/as-jest.mjs`],
  mochaOptions: {
    // Quick ones first: the first that fails ends the trial.
    spec: [
      'test/lib/eds/@(der|x509|cms|revocation|crl|ocsp|path|verify|extend)/*.test.ts',
      'test/lib/eds/@(forms|person|report|verify|nca|algorithms|armour|foreign|cost).test.ts',
      'test/lib/card/**/*.test.ts',
      // Families differ in arithmetic, which is not mutated.
      'test/mint/ecdsa.test.ts',
      'test/lib/eds/@(pkits|evidence).test.ts',
      // What extends a signature is seen by its extensions.
      'test/lib/adapters/trust/@(extend|renew)-cms.test.ts',
    ],
    // Not the dearest.
    grep: '/^(?!.*(?:without limit|limits what|multiply|any octet|every report of the mint|card with signatures of (?:rsa|gost)|again and again|many large|one octet))/',
  },
  coverageAnalysis: 'perTest',
  // A mutant of what runs while modules are loaded (tables) needs a new process and every test. Left out.
  ignoreStatic: true,
  concurrency: 2,
  // Endless loops are seen by how often they turn; a busy machine must not pass for one.
  timeoutMS: 30_000,

  // Stryker would read tsconfig.json with TypeScript's API, which version 7 no longer has; Node strips the types.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  ignorePatterns: [
    '/**',
    '!/bin/**',
    '!/lib/**',
    '!/test/lib/eds/**',
    '!/test/lib/adapters/**',
    '!/test/lib/card/**',
    '!/test/lib/local/**',
    '!/statemachines/**',
    '!/test/browser-bundle.ts',
    '!/test/mint/**',
    '!/test/conformance/**',
    '!/package.json',
  ],

  tempDirName: workplace,
  incrementalFile: `${workplace}/incremental.json`,
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: `${workplace}/report.html` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
};
