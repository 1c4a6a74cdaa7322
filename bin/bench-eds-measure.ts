type Work = () => unknown;

/**
 * The best of `rounds` averages of each work, in microseconds a call: the most that can be measured on a machine that
 * others use, too. The works take turns in every round, so that a busy moment affects all of them.
 */
export async function measureTogether(calls: number, works: readonly Work[], rounds = 7): Promise<readonly number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, work] of works.entries()) {
      const average = await once(calls, work);
      // The first round warms up.
      if (round > 0) best[index] = Math.min(best[index]!, average);
    }
  }
  return best;
}

/**
 * The same for works of very different length: rounds of equal time, because a long round is seldom free of other users
 * of the machine. Garbage collections fall outside the best rounds of all alike.
 */
export async function measureEvenly(
  works: readonly Work[],
  rounds = 250,
  milliseconds = 4,
): Promise<readonly number[]> {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const calls = Math.max(1, Math.round((milliseconds * 1000) / best[index]!));
      best[index] = Math.min(best[index]!, await once(calls, work));
    }
  }
  return best;
}

export async function measure(calls: number, work: Work, rounds?: number): Promise<number> {
  const [best] = await measureTogether(calls, [work], rounds);
  return best!;
}

async function once(calls: number, work: Work): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return ((performance.now() - start) * 1000) / calls;
}

export const row = (name: string, microseconds: number, note = ''): string =>
  `${name.padEnd(62)} ${microseconds.toFixed(0).padStart(8)} µs  ${note}`;
