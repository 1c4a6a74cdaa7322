/** JSON pointer (RFC 6901) of a place below `prefix`; the whole is `prefix/`. */
export const pointerTo = (prefix: string, path: readonly PropertyKey[]) =>
  `${prefix}/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
