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

/** An undefined value, or none, still revokes: it reads as `unspecified`. */
export const reasonOf = (value = 0): RevocationReason => reasons[value] ?? 'unspecified';

/** RFC 3161 4: unspecified (written out), affiliationChanged, superseded, cessationOfOperation. */
const sparing: ReadonlySet<number | undefined> = new Set([0, 3, 4, 5]);

/** Whether signatures from before the revocation stay valid; without a reason they do not. */
export const sparesEarlier = (value: number | undefined): boolean => sparing.has(value);
