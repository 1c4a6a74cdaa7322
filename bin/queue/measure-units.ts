import type { Units } from './count-units.ts';

export const ROUNDS = 15;

export const heading = (what: string) =>
  console.log(`\n${what.padEnd(33)} ms (median)   calls   read units   write units`);

/** Runs the work some times and prints the median in milliseconds, and calls and units of one run. */
export async function measureUnits(
  what: string,
  work: (round: number) => Promise<unknown>,
  take: () => Units,
  rounds = ROUNDS,
) {
  const times: number[] = [];
  take();
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work(round);
    times.push(performance.now() - from);
  }
  const { calls, read, write } = take();
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const each = [median.toFixed(1), calls / rounds, (read / rounds).toFixed(1), (write / rounds).toFixed(1)];
  console.log(what.padEnd(34) + each.map((one) => String(one).padStart(10)).join('  '));
}
