/** Milliseconds between two looks at most, and by how much each wait is longer than the one before. */
const [MOST, LONGER] = [5000, 1.5];

/**
 * Milliseconds before somebody looks again at what a machine does with a request: `first` after the first look, then ever later. What
 * comes soon is seen soon, and a long wait costs few calls.
 */
export const untilLook = (looks: number, first: number): number => Math.min(MOST, first * LONGER ** looks);
