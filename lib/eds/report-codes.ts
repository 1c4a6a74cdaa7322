import { crlProblems } from './revocation/revocation-status.ts';
import { ocspProblems } from './revocation/ocsp-problems.ts';
import { pathChecks, pathProblems } from './path/path-checks.ts';
import { refusalCodes } from './refusal.ts';

/** Every check by its code, with the clause that requires it, in the order of a report. */
export const checkSources = {
  cost: 'the budget of a verification',
  'cms-form': 'RFC 5652 3, 5.1',
  'signers-present': 'RFC 5652 5.1',
  content: 'RFC 5652 5.2',
  'signer-certificate': 'RFC 5652 5.3',
  'signed-attributes': 'RFC 5652 5.3, 11',
  'content-type': 'RFC 5652 11.1',
  'message-digest': 'RFC 5652 5.4, 11.2',
  'algorithms-agree': 'RFC 5652 5.3, 10.1',
  'algorithm-allowed': 'profile: signatureAlgorithms, digests',
  'key-strength': 'profile: leastRsaBits',
  signature: 'RFC 5652 5.6',
  'signing-certificate': 'RFC 5035 3, 4',
  'timestamp-form': 'RFC 3161 2.4.2',
  'timestamp-imprint': 'RFC 3161 2.4.2, RFC 5126 6.1.1',
  'timestamp-signature': 'RFC 3161 2.4.2, RFC 5652 5.6',
  'timestamp-authority': 'RFC 3161 2.3',
  'timestamp-time': 'RFC 3161 2.4.2',
  'content-timestamp': 'RFC 5126 5.11.4',
  'counter-signature': 'RFC 5652 11.4',
  'validation-data-timestamp': 'RFC 5126 6.3.5, 6.3.6',
  'archive-timestamp': 'RFC 5126 6.4, RFC 4998',
  ...pathChecks,
  'path-algorithms': 'profile: signatureAlgorithms, leastRsaBits',
  'key-usage': 'RFC 5280 4.2.1.3',
  'extended-key-usage': 'RFC 5280 4.2.1.12, profile: purposes',
  'certificate-policy': 'RFC 5280 4.2.1.4, profile: policyArcs',
  'person-number': 'profile: the subject bears an IIN',
  'person-matches': 'the request: IIN of the applicant and of the session',
  'organisation-matches': 'the request: BIN of the organisation',
  role: 'the request: role by extended key usage',
  'applicant-signed': 'the request: the applicant is among the signers',
} as const satisfies Record<string, string>;

export type CheckCode = keyof typeof checkSources;

/** Why a check of the signature itself did not pass. */
const signatureProblems = [
  'cost-limit',
  'no-signer',
  'content-missing',
  'content-differs',
  'certificate-missing',
  'attribute-duplicate',
  'attribute-missing',
  'attribute-malformed',
  'attributes-required',
  'content-looks-like-attributes',
  'content-type-differs',
  'digest-differs',
  'digest-unknown',
  'algorithm-mismatch',
  'algorithm-unsupported',
  'algorithm-weak',
  'algorithm-not-allowed',
  'key-too-short',
  'signature-invalid',
  'certificate-hash-differs',
  'timestamp-malformed',
  'timestamp-missing',
  'timestamp-unknown-critical',
  'imprint-differs',
  'imprint-weak',
  'time-in-future',
  'purpose-wrong',
  'purpose-not-alone',
  'policy-wrong',
  'usage-missing',
  'usage-wrong',
  'iin-missing',
  'iin-differs',
  'bin-missing',
  'bin-differs',
  'role-missing',
  'applicant-missing',
] as const satisfies readonly string[];

/** Everything that `detail.problem` may say: a closed union, each with a text in ru/kk/en. */
export const problemCodes = [
  ...signatureProblems,
  ...pathProblems,
  ...crlProblems,
  ...ocspProblems,
  ...refusalCodes,
] as const satisfies readonly string[];

export type ProblemCode = (typeof problemCodes)[number];
