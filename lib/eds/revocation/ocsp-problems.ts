/** Why an answer could not be used, from what is furthest to what is nearest to an answer. */
export const ocspProblems = [
  'ocsp-unknown',
  'ocsp-unverified',
  'ocsp-unknown-critical',
  'ocsp-algorithm',
  'ocsp-responder-unchecked',
  'ocsp-responder-revoked',
  'ocsp-from-future',
  'ocsp-ahead-of-itself',
  'ocsp-outside-window',
  'ocsp-stale',
  'ocsp-newer-than-certificate',
] as const;

export type OcspProblem = (typeof ocspProblems)[number];
