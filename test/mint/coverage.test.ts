import { expect, it } from '@jest/globals';
import { refusalCodes } from '../../lib/eds/refusal.ts';
import { checkSources, problemCodes } from '../../lib/eds/report-codes.ts';
import { keyFamilies } from '../../lib/signing/signing-key.ts';
import { evidenceSets } from './evidence-sets.ts';
import { spoils } from './spoils.ts';

/** A report names what is never checked here, and it decides nothing (test/lib/eds/verify/not-checked.test.ts). */
const notChecked = ['counter-signature', 'validation-data-timestamp', 'older-archive-timestamp', 'evidence-record'];
/**
 * Paths are built by name, so nothing can fail the second (see the README); tests of the cost are in
 * test/lib/eds/cost.test.ts, and of the age of algorithms, which nothing here has reached yet, in test/lib/eds/verify/age.test.ts.
 */
const unreachable = ['cost', ...notChecked, 'certificate-issuer-name', 'algorithm-age'];
/** One fault fails these only together with another check. */
const never = ['certificate-policy-known', 'path-policy-accepted'];

const codesOf = (fails: readonly string[]): string[] => fails.map((fail) => fail.split('/')[0] ?? '');

it('fails every check of the core', () => {
  const failed = new Set(spoils.flatMap(({ fails }) => codesOf(fails)));
  expect(Object.keys(checkSources).filter((code) => !failed.has(code))).toEqual(unreachable);
});

it('fails every check with an artefact that fails nothing else', () => {
  const alone = new Set(spoils.filter(({ fails }) => fails.length === 1).flatMap(({ fails }) => codesOf(fails)));
  const missing = Object.keys(checkSources).filter((code) => !alone.has(code));
  expect(missing.toSorted()).toEqual([...unreachable, ...never].toSorted());
});

/**
 * A list in an unsupported algorithm is left out before it is examined; the limit on names takes megabytes
 * (test/lib/eds).
 */
const elsewhere = ['algorithm-aged', 'cost-limit', 'crl-signature-unsupported', 'names-too-many'];

it('shows every problem that a report can name, except those of the reader itself', () => {
  const all = [...spoils.flatMap(({ fails }) => fails), ...evidenceSets.flatMap(({ because }) => because)];
  const shown = new Set(all.map((fail) => fail.split('/')[1] ?? ''));
  const refusals: readonly string[] = refusalCodes;
  const missing = problemCodes.filter((code) => !shown.has(code) && !refusals.includes(code));
  expect(missing.toSorted()).toEqual(elsewhere);
});

it('names every spoilt artefact once', () => {
  const names = spoils.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it('spoils at least sixty things for every family of keys', () => {
  for (const family of keyFamilies) {
    const own = spoils.filter(
      ({ families = keyFamilies, verdict }) => families.includes(family) && verdict !== 'passed',
    );
    expect(own.length).toBeGreaterThanOrEqual(60);
  }
});
