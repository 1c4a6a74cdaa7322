import { elements, Fields, readSmallInteger, type DerNode } from '../../der.ts';
import { EdsRefusal } from '../../refusal.ts';
import { readGeneralName, type GeneralName } from '../general-name.ts';

/**
 * `NameConstraints ::= SEQUENCE { permittedSubtrees [0] GeneralSubtrees OPTIONAL, excludedSubtrees [1] GeneralSubtrees OPTIONAL }`
 * (RFC 5280 4.2.1.10)
 */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

/** An address and a mask of the same length; in the mask all ones precede the zeros (RFC 4632 3.1). */
const isNetwork = (octets: Uint8Array): boolean => {
  if (octets.length !== 8 && octets.length !== 32) return false;
  const mask = octets.subarray(octets.length / 2);
  const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/u.test(bits);
};

/**
 * `GeneralSubtree ::= SEQUENCE { base GeneralName, minimum [0] BaseDistance DEFAULT 0, maximum [1] BaseDistance OPTIONAL }`;
 * this profile has minimum zero and no maximum, anything else is refused.
 */
const readSubtree = (node: DerNode): GeneralName => {
  const fields = new Fields(node);
  const base = readGeneralName(fields.any());
  const minimum = fields.optional(0x80);
  fields.end();
  if (minimum && readSmallInteger(minimum, 0x80) !== 0) throw new EdsRefusal('extension-malformed', node.start);
  if (base.form === 'ip' && !isNetwork(base.octets)) {
    throw new EdsRefusal('extension-malformed', node.start);
  }
  return base;
};

export const readNameConstraints = (node: DerNode): NameConstraints => {
  const fields = new Fields(node);
  const permitted = fields.optional(0xa0);
  const excluded = fields.optional(0xa1);
  fields.end();
  // RFC 5280 4.2.1.10: never an empty sequence.
  if (permitted === undefined && excluded === undefined) throw new EdsRefusal('extension-malformed', node.start);
  return {
    permitted: permitted ? elements(permitted, 0xa0).map(readSubtree) : [],
    excluded: excluded ? elements(excluded, 0xa1).map(readSubtree) : [],
  };
};
