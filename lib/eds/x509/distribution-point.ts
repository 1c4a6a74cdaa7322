import { elements, Fields, onlyChild, readNamedBits, type DerNode } from '../der.ts';
import { readRelativeName, type Name } from '../name.ts';
import { EdsRefusal } from '../refusal.ts';
import { directoryNames, readGeneralNames, type GeneralName } from './general-name.ts';

/** ReasonFlags (RFC 5280 4.2.1.13) as a mask: bit n of the BIT STRING is 1 << n; bit 0 is unused. */
export type ReasonFlags = number;

/** All reasons to which a point can be limited: bits 1 to 8. */
export const allReasons: ReasonFlags = 0x1fe;

export const readReasonFlags = (node: DerNode, tag: number): ReasonFlags =>
  [...readNamedBits(node, tag)].reduce((flags, bit) => flags | (1 << bit), 0) & allReasons;

/**
 * `DistributionPointName ::= CHOICE { fullName [0] GeneralNames, nameRelativeToCRLIssuer [1] RelativeDistinguishedName }`
 */
export type DistributionPointName =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  /** The canonical string of the relative name, to be appended to the issuer's own name. */
  | { readonly kind: 'relative'; readonly rdn: string };

/**
 * `DistributionPoint ::= SEQUENCE { distributionPoint [0] DistributionPointName OPTIONAL, reasons [1] ReasonFlags OPTIONAL,
 *   cRLIssuer [2] GeneralNames OPTIONAL }`
 */
export interface DistributionPoint {
  readonly name?: DistributionPointName;
  readonly reasons?: ReasonFlags;
  readonly crlIssuer?: readonly Name[];
}

/** Inside `[0]`, which is explicit because the type is a CHOICE. */
export const readDistributionPointName = (node: DerNode): DistributionPointName => {
  const choice = onlyChild(node);
  if (choice.tag === 0xa0) return { kind: 'full', names: readGeneralNames(choice, 0xa0) };
  if (choice.tag === 0xa1) return { kind: 'relative', rdn: readRelativeName(choice, 0xa1) };
  throw new EdsRefusal('der-tag-unexpected', choice.start);
};

const readDistributionPoint = (node: DerNode): DistributionPoint => {
  const fields = new Fields(node);
  const name = fields.optional(0xa0);
  const reasons = fields.optional(0x81);
  const issuer = fields.optional(0xa2);
  fields.end();
  return {
    ...(name && { name: readDistributionPointName(name) }),
    ...(reasons && { reasons: readReasonFlags(reasons, 0x81) }),
    ...(issuer && { crlIssuer: directoryNames(readGeneralNames(issuer, 0xa2)) }),
  };
};

/** `CRLDistributionPoints ::= SEQUENCE SIZE (1..MAX) OF DistributionPoint`; FreshestCRL is the same (4.2.1.15). */
export const readDistributionPoints = (node: DerNode): readonly DistributionPoint[] =>
  elements(node).map(readDistributionPoint);
