import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyEds } from '../../lib/eds/verify.ts';
import { keyFamilies, type KeyFamily } from '../../lib/signing/signing-key.ts';
import { makeBlueprint } from './blueprint.ts';
import { mint } from './mint.ts';
import { notPassed } from './not-passed.ts';
import { spoils } from './spoils.ts';
import { makeWorld, type World } from './world.ts';

/** All spoilt artefacts with keys of one family; one file for each family, so that they run in parallel. */
export const describeMint = (family: KeyFamily): void =>
  describe(`the mint by ${family}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await makeWorld(family);
    });

    it('passes what is right', () => {
      const report = verifyEds(mint(makeBlueprint(world)));
      expect({ verdict: report.verdict, notPassed: notPassed(report) }).toEqual({ verdict: 'passed', notPassed: [] });
    });

    const own = spoils.filter(({ families = keyFamilies }) => families.includes(family));
    it.each(own)('$name', ({ spoil, fails, verdict = 'failed' }) => {
      const blueprint = makeBlueprint(world);
      spoil(blueprint);
      const report = verifyEds(mint(blueprint));
      expect({ notPassed: notPassed(report).toSorted(), verdict: report.verdict }).toEqual({
        notPassed: fails.toSorted(),
        verdict,
      });
    });
  });
