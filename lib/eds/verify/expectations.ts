import type { ProblemCode } from '../report-codes.ts';
import type { Check, SignerIdentity, SignerReport, SignerRole } from '../report.ts';
import { failed, judge, passed } from './check.ts';
import type { Purpose } from './usage.ts';

/** What the request and the session say about the signer; absent values are not compared. */
export interface Expected {
  /** 12 digits: the applicant's IIN, which must also be the session's. */
  readonly iin?: string;
  /** 12 digits: the BIN of the organisation in whose name the signer signs. */
  readonly bin?: string;
  /** `individual`: not in the name of an organisation; `organisation`: in its name, whatever the role. */
  readonly role?: SignerRole | 'individual' | 'organisation';
  /** The certificate must give one of these roles: whoever has none of them may not sign for the organisation. */
  readonly oneOf?: readonly SignerRole[];
  /** Default `signature`. */
  readonly purpose?: Purpose;
  /** IINs of people who may sign in addition to the applicant; any other signature fails. */
  readonly coSigners?: readonly string[];
}

/** Compares the identity with what is expected of a signer. A co-signer's organisation and role are not compared. */
export function checkPerson(identity: SignerIdentity, expected: Expected, subject: string): readonly Check[] {
  const { iin } = identity;
  const coSigner = iin !== undefined && iin !== expected.iin && (expected.coSigners ?? []).includes(iin);
  const checks: Check[] = [judge('person-number', iin === undefined ? 'iin-missing' : undefined, { subject })];
  if (expected.iin !== undefined && iin !== undefined) {
    checks.push(judge('person-matches', iin === expected.iin || coSigner ? undefined : 'iin-differs', { subject }));
  }
  if (coSigner) return checks;
  if (expected.bin !== undefined) {
    const reason =
      identity.bin === undefined ? 'bin-missing' : identity.bin === expected.bin ? undefined : 'bin-differs';
    checks.push(judge('organisation-matches', reason, { subject }));
  }
  if (expected.role !== undefined) {
    checks.push(judge('role', faultOfRole(identity, expected.role), { subject }));
  }
  if (expected.oneOf !== undefined) {
    const has = expected.oneOf.some((role) => identity.roles.includes(role));
    checks.push(judge('role', has ? undefined : 'no-right-to-sign', { subject }));
  }
  return checks;
}

/** Why the certificate does not show the role; undefined if it does. */
function faultOfRole({ kind, roles }: SignerIdentity, role: NonNullable<Expected['role']>): ProblemCode | undefined {
  if (role === 'individual' || role === 'organisation') return kind === role ? undefined : `${role}-needed`;
  return roles.includes(role) ? undefined : 'role-missing';
}

/** If an IIN is expected, a signature only by co-signers is not the applicant's. */
export function checkApplicant(signers: readonly SignerReport[], { iin, coSigners }: Expected): readonly Check[] {
  if (iin === undefined || coSigners === undefined) return [];
  const signed = signers.some(({ identity }) => identity?.iin === iin);
  return [signed ? passed('applicant-signed') : failed('applicant-signed', 'applicant-missing')];
}
