import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { ExpectedSigner } from '../../domain/request/signer.ts';
import type { EdsReport } from '../../eds/report.ts';
import type { Expected } from '../../eds/verify/expectations.ts';
import { refuseReport } from './check-eds.ts';

/** Certificate roles of people who may sign in the name of an organisation. */
const heads = ['first-head', 'right-to-sign'] as const;

/**
 * What the signer's certificate must show.
 *
 * @param bin of the place or organisation in whose name they sign; absent only in a submission from before it was kept
 */
export function certificateOf(
  { iin, organisation, inPerson, place, headed }: ExpectedSigner,
  bin: string | undefined,
): Expected & { readonly iin: string } {
  if (inPerson) return { iin, role: 'individual' };
  if (organisation === undefined && place === undefined) return { iin };
  const mustHead = headed || organisation !== undefined;
  return { iin, role: 'organisation', ...(bin !== undefined && { bin }), ...(mustHead && { oneOf: heads }) };
}

/**
 * Undefined for a signature that passed. If it is not that of whoever must sign, the refusal says whose certificate is needed; that of an
 * organisation must also say what the organisation is called, because its documents do.
 */
export function refuseSigner(report: EdsReport, wanted: ExpectedSigner): Refusal | undefined {
  const refusal = refuseReport(report);
  if (refusal) return withErrors(refusal, mismatches(report), wanted);
  const isUnnamed = wanted.organisation !== undefined && organisationIn(report, wanted.iin) === undefined;
  return isUnnamed ? withErrors(refuse('eds/failed'), ['organisation-unnamed'], wanted) : undefined;
}

/** The name of the organisation in the certificate of the signer with this IIN. */
export const organisationIn = ({ signers }: EdsReport, iin: string): string | undefined =>
  signers.find(({ identity }) => identity?.iin === iin)?.identity?.organisation?.trim() || undefined;

/** Checks that compare the certificate with whoever must sign. */
const compared = ['person-matches', 'organisation-matches', 'role'];

const mismatches = ({ signers }: EdsReport): string[] =>
  signers
    .flatMap(({ checks }) => checks)
    .flatMap(({ code, status, detail }) =>
      status === 'failed' && compared.includes(code) ? [String(detail?.['problem'])] : [],
    );

function withErrors(refusal: Refusal, rules: readonly string[], { organisation, inPerson }: ExpectedSigner): Refusal {
  const expected = organisation
    ? `a certificate with the signer's IIN, the BIN ${organisation} and its name, of the first head or with the right to sign`
    : "a private person's certificate with the signer's IIN";
  const errors = [...new Set(rules)].map((rule) => ({ field: '/cms', rule, expected }));
  return errors.length > 0 && (organisation !== undefined || inPerson) ? { ...refusal, errors } : refusal;
}
