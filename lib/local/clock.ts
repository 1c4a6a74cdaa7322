/** The platform's time, so that a test can move it. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Resolves at `time`, however far away; rejects with the signal's reason if aborted. */
  until(time: number, signal?: AbortSignal): Promise<void>;
}

/** setTimeout counts in a signed 32-bit integer: a longer delay (24.8 days) would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** The machine's own clock; `now` can shift it (to demonstrate a term that has passed). */
export const systemClock = (now: () => number = Date.now): Clock => ({
  now,
  until: (time, signal) =>
    new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout;
      const onAbort = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const tick = () => {
        const left = time - now();
        if (left > 0) timer = setTimeout(tick, Math.min(left, LONGEST_DELAY));
        else {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }
      };
      if (signal?.aborted) return reject(signal.reason as Error);
      signal?.addEventListener('abort', onAbort, { once: true });
      tick();
    }),
});

/** A clock that stands still until it is moved. */
export function manualClock(start: number): Clock & {
  advance(milliseconds: number): void;
  /** When the first waiting caller will be woken; undefined if nobody waits. */
  rings(): number | undefined;
} {
  let now = start;
  const sleepers = new Set<{ time: number; wake: () => void }>();
  return {
    now: () => now,
    until: (time, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        if (time <= now) return resolve();
        const sleeper = { time, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason as Error);
        });
      }),
    rings: () => (sleepers.size > 0 ? Math.min(...[...sleepers].map(({ time }) => time)) : undefined),
    advance(milliseconds) {
      now += milliseconds;
      for (const sleeper of [...sleepers].filter(({ time }) => time <= now).sort((a, b) => a.time - b.time)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
