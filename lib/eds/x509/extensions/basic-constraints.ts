import { Fields, readBoolean, readSmallInteger, tags, type DerNode } from '../../der.ts';

/** `BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL }` (RFC 5280 4.2.1.9) */
export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
}

export const readBasicConstraints = (node: DerNode): BasicConstraints => {
  const fields = new Fields(node);
  const ca = fields.optional(tags.boolean);
  const pathLength = fields.optional(tags.integer);
  fields.end();
  return {
    ca: ca !== undefined && readBoolean(ca),
    ...(pathLength && { pathLength: readSmallInteger(pathLength) }),
  };
};
