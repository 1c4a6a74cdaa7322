/** Why an answer could not be used, from what is furthest to what is nearest to an answer. */
export const ocspProblems = [
  'ocsp-unknown',
  'ocsp-unverified',
  'ocsp-responder-unchecked',
  'ocsp-from-future',
  'ocsp-stale',
  'ocsp-newer-than-certificate',
] as const;

export type OcspProblem = (typeof ocspProblems)[number];
