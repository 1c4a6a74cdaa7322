import { searchCost } from './fuzz/cost.ts';
import { runCardCampaign } from './fuzz/card-campaign.ts';
import { runCampaign } from './fuzz/campaign.ts';
import { makeCast } from './fuzz/evidence/cast.ts';
import { runSetCampaign } from './fuzz/evidence/campaign.ts';
import { sharedFixtures } from './fuzz/fixtures.ts';
import { makeScenes } from './fuzz/scene.ts';
import { readCommand, wholeNumber } from './command.ts';

// `npm run fuzz [-- --mutants 1000000 --sets 20000 --seed N]`: a seed repeats what it found; for mutants, only the keys
// differ. Mutants are of single documents; sets are of evidence: lists, deltas and answers against each other. `npm run
// fuzz -- --cost [--bodies 300 --seed N]` searches for the most expensive body instead of a wrong answer.

const { values } = readCommand(
  `npm run fuzz -- [--mutants 1000000] [--seed N]
npm run fuzz -- --cost [--bodies 300] [--seed N]
Searches for a wrong answer about a signature, or for the most expensive body. A seed repeats what it found; only the keys differ.`,
  {
    options: {
      mutants: { type: 'string' },
      sets: { type: 'string' },
      seed: { type: 'string' },
      cost: { type: 'boolean' },
      bodies: { type: 'string' },
    },
  },
);
const mutants = wholeNumber('--mutants', values.mutants ?? '1000000');
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 31));
const sets = Number(values.sets ?? 20_000);
const batch = 50_000;
const setBatch = 1_000;

if (values.cost === true) await searchCost(wholeNumber('--bodies', values.bodies ?? '300'), seed);
else {
  await searchFaults();
  await searchCards();
  await searchSets();
}

async function searchFaults(): Promise<void> {
  const fixtures = sharedFixtures();
  const swift = (await Promise.all([makeScenes('rsa'), makeScenes('ecdsa')])).flat();
  // A GOST verification costs as much as fifty of these, so it is drawn less often.
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

/** A card costs as much as fifty documents. */
async function searchCards(): Promise<void> {
  const cards = Math.ceil(mutants / 50);
  const { readable, passed, slowest } = await runCardCampaign({ mutants: cards, seed });
  console.log(`${cards} cards: ${readable} readable, ${passed} passed as they were, slowest ${slowest.toFixed(1)} ms`);
}

async function searchSets(): Promise<void> {
  const casts = await Promise.all([makeCast('ecdsa'), makeCast('rsa')]);
  console.log(`${sets} sets of evidence, each changed up to four times, seed ${seed}`);
  const begun = Date.now();
  for (let done = 0; done < sets; done += setBatch) {
    const cast = casts[(done / setBatch) % casts.length] ?? casts[0];
    const { verdicts } = runSetCampaign(cast, { sets: Math.min(setBatch, sets - done), seed: seed + done });
    const told = [...verdicts]
      .map(([verdict, count]) => `${count} ${verdict}`)
      .toSorted()
      .join(', ');
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.log(`${Math.min(done + setBatch, sets)} sets in ${seconds} s; the last: ${told}`);
  }
  console.log('no verdict, and no step to passed, was against the rules of weighing');
}
