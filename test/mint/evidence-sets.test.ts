import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeCast } from '../../bin/fuzz/evidence/cast.ts';
import { makeVerifier } from '../../bin/fuzz/evidence/verify-set.ts';
import { keyFamilies } from '../../lib/signing/signing-key.ts';
import { evidenceSets } from './evidence-sets.ts';
import { notPassed } from './not-passed.ts';

describe.each(keyFamilies)('evidence against evidence by %s', (family) => {
  let verify: ReturnType<typeof makeVerifier>;
  beforeAll(async () => {
    verify = makeVerifier(await makeCast(family));
  });

  it.each(evidenceSets.filter(({ families = keyFamilies }) => families.includes(family)))(
    '$verdict: $name',
    ({ verdict, because, ...set }) => {
      const reports = [set, { ...set, given: set.given.toReversed() }].map(verify);
      for (const report of reports) {
        const found = { verdict: report.verdict, because: notPassed(report).toSorted() };
        expect(found).toEqual({ verdict, because: because.toSorted() });
      }
    },
  );
});
