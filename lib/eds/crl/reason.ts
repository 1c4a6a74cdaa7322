/** `CRLReason ::= ENUMERATED` (RFC 5280 5.3.1), by value; 7 is not used. */
const reasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

export type RevocationReason = NonNullable<(typeof reasons)[number]>;

/** A value that nobody defined still revokes: it reads as `unspecified`. */
export const reasonOf = (value: number): RevocationReason => reasons[value] ?? 'unspecified';
