/** Numbers from 0 to 1 that follow from the seed (mulberry32), so that a run can be repeated. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` moments from 0 to 1, one in each of as many equal parts, in random order. */
export function spread(count: number, random: () => number): number[] {
  const moments = Array.from({ length: count }, (_, part) => (part + random()) / count);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [moments[last], moments[other]] = [moments[other]!, moments[last]!];
  }
  return moments;
}
