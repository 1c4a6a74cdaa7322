import { elements, Fields, readOid, tags, type DerNode } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { cmsOids } from './oids.ts';

/**
 *     Attribute ::= SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET OF AttributeValue }
 *
 * RFC 5652 section 5.3.
 */
export interface Attribute {
  readonly oid: string;
  /** The element of `attrType`. */
  readonly type: DerNode;
  readonly values: readonly DerNode[];
}

/** The attributes inside `[0]` or `[1]` IMPLICIT SET OF Attribute; `tag` is the field's tag. */
export function readAttributes(node: DerNode, tag: number): readonly Attribute[] {
  const attributes = elements(node, tag).map((attribute) => {
    const fields = new Fields(attribute);
    const type = fields.any();
    const values = elements(fields.any(), tags.set);
    fields.end();
    return { oid: readOid(type), type, values };
  });
  if (attributes.length === 0) throw new EdsRefusal('cms-malformed', node.start);
  return attributes;
}

/** A signer may have several authorities stamp the content, each in its own attribute (EN 319 102-1: "for each"). */
const repeatable: readonly string[] = [cmsOids.contentTimestamp];

/**
 * The attributes that occur more than once but must not: RFC 5652 section 11 says this of its own attributes, and CAdES
 * of all except content timestamps.
 */
export function duplicates(attributes: readonly Attribute[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const { oid } of attributes) {
    if (seen.has(oid) && !repeatable.includes(oid)) twice.add(oid);
    seen.add(oid);
  }
  return twice;
}

/**
 * The only value of a single-valued attribute; undefined if the attribute is absent. Throws EdsRefusal for two values.
 */
export function singleValue(attributes: readonly Attribute[], oid: string): DerNode | undefined {
  let only: DerNode | undefined;
  for (const attribute of attributes) {
    if (attribute.oid !== oid) continue;
    const [value, ...others] = attribute.values;
    if (only !== undefined || value === undefined || others.length > 0) throw new EdsRefusal('cms-attribute-malformed');
    only = value;
  }
  return only;
}
