/**
 * The reader of DER (X.690 10, 11) and, on request, of BER. It is strict and lazy, and works on the octets as they
 * arrived. It refuses with a named reason (`EdsRefusal`) and never throws anything else.
 */
export { writeSetOf } from './der/canonical.ts';
export { equalBytes, toHex } from './bytes.ts';
export { Fields, elements, expectTag, onlyChild } from './der/fields.ts';
export { Header } from './der/header.ts';
export { DerNode, defaultLimits, readBer, readDer } from './der/node.ts';
export type { Limits } from './der/node.ts';
export { readOid } from './der/object-identifier.ts';
export { isString, readIa5, readString } from './der/strings.ts';
export { context, contextConstructed, tags } from './der/tags.ts';
export { isTimeContent, readTime } from './der/times.ts';
export {
  isIntegerContent,
  readBitString,
  readBitStringOctets,
  readBoolean,
  readInteger,
  readIntegerOctets,
  readNamedBits,
  readOctetString,
  readSmallInteger,
} from './der/values.ts';
export type { BitString } from './der/values.ts';
export { writeDer } from './der/write.ts';
