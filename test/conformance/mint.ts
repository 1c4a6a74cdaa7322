import { verifyEds, type EdsInput } from '../../lib/eds/verify.ts';
import { keyFamilies, type KeyFamily } from '../../lib/signing/signing-key.ts';
import { makeBlueprint } from '../mint/blueprint.ts';
import { mint } from '../mint/mint.ts';
import { notPassed } from '../mint/not-passed.ts';
import { spoilGroups } from '../mint/spoils.ts';
import { makeWorld } from '../mint/world.ts';

/** A minted signature that is wrong in one way, or only looks so. */
export interface Minted {
  readonly name: string;
  readonly group: string;
  readonly input: EdsInput;
  readonly valid: boolean;
  /** Whether `lib/eds` gives exactly the checks and the verdict that were intended. */
  readonly asIntended: () => boolean;
}

export async function mintAll(family: KeyFamily): Promise<readonly Minted[]> {
  const world = await makeWorld(family);
  const groups = Object.entries(spoilGroups);
  return groups.flatMap(([group, spoils]) =>
    spoils
      .filter(({ families = keyFamilies }) => families.includes(family))
      .map(({ name, spoil, fails, verdict = 'failed' }) => {
        const blueprint = makeBlueprint(world);
        spoil(blueprint);
        const input = mint(blueprint);
        return {
          ...{ name, group, input, valid: verdict === 'passed' },
          asIntended: () => {
            const report = verifyEds(input);
            const found = JSON.stringify(notPassed(report).toSorted());
            return report.verdict === verdict && found === JSON.stringify([...fails].toSorted());
          },
        };
      }),
  );
}
