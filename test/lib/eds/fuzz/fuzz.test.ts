import { beforeAll, describe, expect, it } from '@jest/globals';
import { runCampaign } from '../../../../bin/fuzz/campaign.ts';
import { sharedFixtures } from '../../../../bin/fuzz/fixtures.ts';
import { makeScenes, type Scene } from '../../../../bin/fuzz/scene.ts';

const fixtures = sharedFixtures();
if (fixtures.length === 0) console.warn('No fixtures beside the repository (../shared): only our own are mutated');

let scenes: readonly Scene[];
beforeAll(async () => {
  scenes = (await Promise.all([makeScenes('rsa'), makeScenes('ecdsa')])).flat();
});

describe('20,000 mutants', () => {
  it('start from the right verdicts', () => {
    expect(scenes.map(({ before }) => before).slice(0, 9)).toEqual([
      'passed',
      'passed',
      'failed',
      'passed',
      'failed',
      'failed',
      'passed',
      'indeterminate',
      'indeterminate',
    ]);
  });

  it('throw only refusals, never hang, and never make a failed verdict pass', () => {
    const { readable, verified, slowest } = runCampaign({ fixtures, scenes, mutants: 20_000, seed: 20_261_122 });
    console.info(`fuzz: ${readable} readable, ${verified} verified, slowest ${slowest.toFixed(1)} ms`);
    expect(verified).toBeGreaterThan(3_000);
  });
});
