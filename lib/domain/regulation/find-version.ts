/** Names the version that governs what begins now. A request that has been submitted stays with its own. */
export const PRESENT = 'present';

/** The named version, among the present and the former ones. */
export const findVersion = <Versioned extends { readonly version: string }>(
  all: readonly Versioned[],
  isIt: (one: Versioned) => boolean,
  version: string,
): Versioned | undefined => all.find((one) => isIt(one) && (version === PRESENT || one.version === version));
