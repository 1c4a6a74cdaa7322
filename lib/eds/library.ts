/**
 * What other programs use of the signature core (README.md): bytes, pinned anchors, evidence and a date go in, a report
 * comes out. It imports nothing that is installed, and runs in Node and, bundled, in a browser.
 */
export { unwrapArmour } from './armour.ts';
export { Budget, type Spent } from './budget.ts';
export { collectEvidence } from './evidence.ts';
export { readArchivable, spliceArchiveTimestamps, type Archivable, type Indexed } from './extend/archive.ts';
export { endingWithin } from './extend/ending.ts';
export { readSignatures, type Stampable } from './extend/read-signatures.ts';
export { splice, spliceEvidence, type Additions, type Evidence } from './extend/splice.ts';
export { hashContent } from './hash-content.ts';
export { contentMessage } from './message.ts';
export { makeOcspRequest } from './ocsp/cert-id.ts';
export { answerPathLine, type PathAnswer, type PathLine } from './path.ts';
export { findProfile, profiles, type ProfileName } from './profiles/find-profile.ts';
export type { Profile } from './profiles/profile.ts';
export { EdsRefusal, type RefusalCode } from './refusal.ts';
export type { Check, EdsReport, Proof, SignerIdentity, SignerReport, Verdict } from './report.ts';
export { checkSources, problemCodes, type CheckCode, type ProblemCode } from './report-codes.ts';
export { describeReport } from './report-text.ts';
export { describeCheck, type Language } from './texts.ts';
export { makeTimestampRequest } from './tsp/timestamp-request.ts';
export { parseTimestampResponse } from './tsp/timestamp-token.ts';
export { findOcspSubjects, type OcspSubject } from './verify/ocsp-subjects.ts';
export { EdsCache, verifyEds, type EdsInput, type Expected } from './verify.ts';
export { parseCertificate, type Certificate } from './x509/certificate.ts';
