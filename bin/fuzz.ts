import { parseArgs } from 'node:util';
import { searchCost } from './fuzz/cost.ts';
import { runCampaign } from './fuzz/campaign.ts';
import { sharedFixtures } from './fuzz/fixtures.ts';
import { makeScenes } from './fuzz/scene.ts';

// `npm run fuzz [-- --mutants 1000000 --seed N]`: a seed that found something finds it again, but for the keys.
// `npm run fuzz -- --cost [--bodies 300 --seed N]` looks for the dearest body instead of a wrong answer.

const { values } = parseArgs({
  options: {
    mutants: { type: 'string' },
    seed: { type: 'string' },
    cost: { type: 'boolean' },
    bodies: { type: 'string' },
  },
});
const mutants = Number(values.mutants ?? 1_000_000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const batch = 50_000;

if (values.cost === true) await searchCost(Number(values.bodies ?? 300), seed);
else await searchFaults();

async function searchFaults(): Promise<void> {
  const fixtures = sharedFixtures();
  const swift = (await Promise.all([makeScenes('rsa'), makeScenes('ecdsa')])).flat();
  // A GOST verification costs as much as fifty of these, so its turn comes less often.
  const scenes = [...swift, ...swift, ...swift, ...swift, ...(await makeScenes('gost-2015'))];
  console.log(
    `${fixtures.length} fixtures and ${scenes.length} documents of our own, ${mutants} mutants, seed ${seed}`,
  );
  const begun = Date.now();
  let total = { readable: 0, verified: 0, slowest: 0 };
  for (let done = 0; done < mutants; done += batch) {
    const result = runCampaign({ fixtures, scenes, mutants: Math.min(batch, mutants - done), seed: seed + done });
    total = {
      readable: total.readable + result.readable,
      verified: total.verified + result.verified,
      slowest: Math.max(total.slowest, result.slowest),
    };
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.log(`${Math.min(done + batch, mutants)} mutants in ${seconds} s; slowest ${total.slowest.toFixed(1)} ms`);
  }
  console.log(
    `no mutant threw anything but a refusal, hung, or passed (${total.readable} readable, ${total.verified} verified)`,
  );
}
