import { openHostileBench, row } from './hostile/measure.ts';
import { plain, recipes } from './hostile/recipe.ts';

/** The worst ten of the known hostile bodies, each the best of three. */
export async function benchHostile(): Promise<readonly string[]> {
  const measure = await openHostileBench();
  for (let warm = 0; warm < 3; warm++)
    for (const family of ['rsa', 'ecdsa', 'gost-2015', 'gost-2004'] as const)
      await measure({ ...plain, family, answers: 3, lists: 3, authorities: 3 });
  const all = [];
  for (const [name, recipe] of Object.entries(recipes)) {
    const runs = [await measure(recipe), await measure(recipe), await measure(recipe)];
    all.push({ name, best: runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[0]! });
  }
  return all
    .toSorted((a, b) => b.best.milliseconds - a.best.milliseconds)
    .map(({ name, best }) => row(name, best))
    .slice(0, 10);
}
