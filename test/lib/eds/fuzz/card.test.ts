import { expect, it } from '@jest/globals';
import { runCardCampaign } from '../../../../bin/fuzz/card-campaign.ts';

it('300 mutants of a card throw nothing, never hang, and pass only with the files that were signed', async () => {
  const { readable, passed, slowest } = await runCardCampaign({ mutants: 300, seed: 20_261_201 });
  console.info(`cards: ${readable} readable, ${passed} passed, slowest ${slowest.toFixed(1)} ms`);
  expect(readable).toBeGreaterThan(100);
  expect(readable).toBeGreaterThan(passed);
});
