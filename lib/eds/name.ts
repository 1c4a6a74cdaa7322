import { elements, Fields, isString, readOid, readString, tags, toHex, type DerNode } from './der.ts';
import { Kept } from './der/kept.ts';
import { EdsRefusal } from './refusal.ts';

/** `AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY DEFINED BY type }` */
export interface NameAttribute {
  readonly oid: string;
  /** The text; for a value that is not a character string, `#` and the hex of its DER. */
  readonly value: string;
}

/**
 * `Name ::= SEQUENCE OF SET SIZE (1..MAX) OF AttributeTypeAndValue` (RFC 5280 4.1.2.4). Two names are the same if their
 * `canonical` strings are.
 */
export interface Name {
  readonly der: Uint8Array;
  readonly attributes: readonly NameAttribute[];
  /** One canonical string for each relative distinguished name, in order. */
  readonly rdns: readonly string[];
  readonly canonical: string;
}

/** Text that needs neither: ASCII words with one space between them. */
const plain = /^[!-~]+(?: [!-~]+)*$/u;
const ascii = /^[\x20-\x7e]*$/u;

/**
 * RFC 5280 7.1: names are compared without regard to case, to white space at the ends and to its amount inside, or to
 * the string type. The order of normalisation and folding is that of RFC 4518 2.2–2.3.
 */
const foldText = (text: string): string => {
  if (plain.test(text)) return text.toLowerCase();
  const folded = ascii.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().normalize('NFKC');
  return folded.trim().replaceAll(/\s+/gu, ' ');
};

/**
 * Octets of one value. X.520 limits them to hundreds, and folding a run of combining marks costs the square of its
 * length.
 */
const longestValue = 2_048;

/** Adds the attribute to `attributes` and returns its canonical string. */
const readAttribute = (node: DerNode, attributes: NameAttribute[]): string => {
  const fields = new Fields(node);
  const oid = readOid(fields.any());
  const valueNode = fields.any();
  fields.end();
  if (valueNode.end - valueNode.start > longestValue) throw new EdsRefusal('der-too-large', valueNode.start);
  const text = isString(valueNode);
  const value = text ? readString(valueNode) : `#${toHex(valueNode.raw)}`;
  const folded = text ? foldText(value) : value;
  attributes.push({ oid, value });
  // The length prevents a value from imitating the next attribute.
  return `${oid}${text ? '=' : '#'}${folded.length}:${folded}`;
};

/** The same for the attributes of one relative name, whose order does not matter. */
const readRdn = (node: DerNode, tag: number, attributes: NameAttribute[]): string => {
  const canonical = elements(node, tag).map((attribute) => readAttribute(attribute, attributes));
  if (canonical.length === 0) throw new EdsRefusal('name-empty-rdn', node.start);
  return canonical.sort().join('+');
};

/** The canonical string of a single RelativeDistinguishedName with the tag `tag`. */
export const readRelativeName = (node: DerNode, tag: number): string => readRdn(node, tag, []);

/** The canonical string of the name that consists of these relative names. */
export const joinRdns = (rdns: readonly string[]): string => rdns.join(',');

/** @throws EdsRefusal for anything that is not a Name. */
export const readName = (node: DerNode): Name => {
  const attributes: NameAttribute[] = [];
  const rdns = elements(node).map((rdn) => readRdn(rdn, tags.set, attributes));
  return { der: node.raw, attributes, rdns, canonical: joinRdns(rdns) };
};

const issuers = new Kept<Name>(512);

/**
 * The same for an issuer's name: authorities are few, and their names are in every certificate and signature. A name
 * that was read as DER reads the same as BER; the reverse is not certain.
 */
export const readIssuerName = (node: DerNode): Name => {
  const known = issuers.find(node.document, node.start, node.end);
  if (known !== undefined) return known;
  const name = readName(node);
  if (node.ber) return name;
  const der = node.raw.slice();
  const kept = { ...name, der };
  issuers.keep(der, kept);
  return kept;
};

export const sameName = (left: Name, right: Name): boolean => left.canonical === right.canonical;

export const isEmptyName = (name: Name): boolean => name.rdns.length === 0;

/** The values of the attributes of this type, in the order of the name. */
export const attributeValues = (name: Name, oid: string): readonly string[] =>
  name.attributes.filter((attribute) => attribute.oid === oid).map(({ value }) => value);
