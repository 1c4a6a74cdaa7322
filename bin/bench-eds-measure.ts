/** The best of `rounds` averages, in microseconds a call: what a machine that others use too can show at most. */
export async function measure(calls: number, work: () => unknown, rounds = 5): Promise<number> {
  for (let call = 0; call < Math.ceil(calls / 4); call++) await work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
}

export const row = (name: string, microseconds: number, note = ''): string =>
  `${name.padEnd(62)} ${microseconds.toFixed(0).padStart(8)} µs  ${note}`;
