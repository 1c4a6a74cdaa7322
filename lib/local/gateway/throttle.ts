import type { Throttle } from '../template/api.ts';

/** A token bucket as API Gateway keeps one: `burst` tokens at most, `rate` new ones a second. */
export function tokenBucket({ rate, burst }: Throttle, now: () => number): () => boolean {
  let tokens = burst;
  let at = now();
  return () => {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - at) / 1000) * rate);
    at = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
