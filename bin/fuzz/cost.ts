import fc from 'fast-check';
import { openHostileBench, row, type Measured } from '../hostile/measure.ts';
import { anyRecipe, type Recipe } from '../hostile/recipe.ts';

interface Found {
  readonly recipe: Recipe;
  readonly measured: Measured;
}

/**
 * Draws hostile bodies. Whenever one is more expensive than all before, also draws its neighbours. Prints the most
 * expensive: the seed draws the same again, and the recipe alone makes the body.
 */
export async function searchCost(bodies: number, seed: number): Promise<void> {
  const measure = await openHostileBench();
  console.log(`${bodies} hostile bodies, seed ${seed}`);
  const found: Found[] = [];
  let dearest: Found | undefined;
  for (const drawn of fc.sample(anyRecipe, { numRuns: bodies, seed })) {
    // Every second one takes half of its parts from the most expensive so far.
    const recipe: Recipe = dearest && found.length % 2 === 1 ? cross(dearest.recipe, drawn) : drawn;
    const one = { recipe, measured: await measure(recipe) };
    found.push(one);
    if (dearest === undefined || one.measured.milliseconds > dearest.measured.milliseconds) dearest = one;
  }
  const worst = found.toSorted((a, b) => b.measured.milliseconds - a.measured.milliseconds).slice(0, 3);
  for (const { recipe, measured } of worst) console.log(`${row(recipe.family, measured)}\n  ${JSON.stringify(recipe)}`);
}

/** The family and content of the one, and every second of the other parts from the other. */
const cross = (one: Recipe, other: Recipe): Recipe => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).filter((_, place) => place > 1 && place % 2 === 0)),
});
