/** Of the present versions and then the former ones: the version that is asked for, or the present one. */
export const findVersion = <Versioned extends { readonly version: string }>(
  all: readonly Versioned[],
  isIt: (one: Versioned) => boolean,
  version: string | undefined,
): Versioned | undefined => all.find((one) => isIt(one) && (version === undefined || one.version === version));
