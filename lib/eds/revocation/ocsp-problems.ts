/** Why an answer could not be used, from the furthest from an answer to the nearest. */
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
