import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeCast, type Cast } from '../../../../bin/fuzz/evidence/cast.ts';
import { runSetCampaign } from '../../../../bin/fuzz/evidence/campaign.ts';

describe('400 sets of evidence, changed step by step', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCast('ecdsa');
  });

  it('never pass by stale, forged or future evidence, never ignore a revocation, and give the same verdict in any order', () => {
    const { verdicts } = runSetCampaign(cast, { sets: 400, seed: 20_261_128 });
    // Enough of each, so that the rules were really tested.
    for (const verdict of ['passed', 'failed', 'indeterminate'] as const)
      expect(verdicts.get(verdict)).toBeGreaterThan(50);
  });
});
