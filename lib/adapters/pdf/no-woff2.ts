/**
 * Stands in bundles for the decoder of WOFF2, which fontkit brings along: its dictionary is a third of a PDF function, and
 * our fonts are TrueType.
 */
export default function decompress(): never {
  throw new Error('WOFF2 fonts are not read here');
}
