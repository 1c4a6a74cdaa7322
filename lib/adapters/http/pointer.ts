/** JSON pointer (RFC 6901) of a path below `prefix`; the whole value is `prefix/`. */
export const pointerTo = (prefix: string, path: readonly PropertyKey[]) =>
  `${prefix}/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
