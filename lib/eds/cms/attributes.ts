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
  readonly values: readonly DerNode[];
}

/** The attributes inside `[0]` or `[1]` IMPLICIT SET OF Attribute; `tag` is the one that the field bears. */
export function readAttributes(node: DerNode, tag: number): readonly Attribute[] {
  const attributes = elements(node, tag).map((attribute) => {
    const fields = new Fields(attribute);
    const oid = readOid(fields.any());
    const values = elements(fields.any(), tags.set);
    fields.end();
    return { oid, values };
  });
  if (attributes.length === 0) throw new EdsRefusal('cms-malformed', node.start);
  return attributes;
}

/** A signer may have the content stamped by several authorities, each in an attribute of its own (EN 319 102-1: "for each"). */
const repeatable: readonly string[] = [cmsOids.contentTimestamp];

/** The attributes that stand more than once and must not: RFC 5652 section 11 says so of its own, and CAdES of all but content timestamps. */
export function duplicates(attributes: readonly Attribute[]): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const { oid } of attributes) {
    if (seen.has(oid) && !repeatable.includes(oid)) twice.add(oid);
    seen.add(oid);
  }
  return twice;
}

/** The only value of a single-valued attribute; undefined when the attribute is absent. Two values are a refusal. */
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
