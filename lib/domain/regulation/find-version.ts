/** The named version, among the present and the former ones; without a name the present one. */
export const findVersion = <Versioned extends { readonly version: string }>(
  all: readonly Versioned[],
  isIt: (one: Versioned) => boolean,
  version: string | undefined,
): Versioned | undefined => all.find((one) => isIt(one) && (version === undefined || one.version === version));
