/**
 * Replaces fontkit's decoder of WOFF2 in bundles: its dictionary is a third of a PDF function, and our fonts are TrueType.
 */
export default function decompress(): never {
  throw new Error('WOFF2 fonts are not read here');
}
