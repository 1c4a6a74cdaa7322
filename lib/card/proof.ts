import { attempt } from '../eds/attempt.ts';
import { readCarriedEvidence } from '../eds/cms/carried-evidence.ts';
import type { SignedData } from '../eds/cms/signed-data.ts';
import { findSignerCertificates } from '../eds/cms/signer-certificate.ts';
import type { SignerInfo } from '../eds/cms/signer-info.ts';
import { parseCrl } from '../eds/crl/crl.ts';
import { sameName } from '../eds/name.ts';
import { parseOcspResponse } from '../eds/ocsp/response.ts';
import type { EdsReport, SignerReport } from '../eds/report.ts';
import type { EdsCache } from '../eds/verify.ts';
import { parseCertificate, type Certificate } from '../eds/x509/certificate.ts';
import type { SignatureProblem } from './report.ts';

/** Milliseconds between genTime and thisUpdate of an answer, before or after. */
const WINDOW = 5 * 60_000;

/**
 * What the specification of the card asks beyond a verification: the signer's certificate, a timestamp and the proof of the
 * certificate's status at its time all come with the signature itself.
 *
 * @param own the report without lists about the signers but those that the signature brings; `report`, with all lists of the verifier
 */
export function checkProof(signedData: SignedData, own: EdsReport, report: EdsReport): readonly SignatureProblem[] {
  const problems = signedData.signers.flatMap((signer, place) => {
    const [here, there] = [own.signers[place], report.signers[place]];
    return here && there ? ofSigner(signer, signedData, here, there) : [];
  });
  return [...new Set(problems)];
}

function ofSigner(
  signer: SignerInfo,
  signedData: SignedData,
  own: SignerReport,
  report: SignerReport,
): readonly SignatureProblem[] {
  const certificate = certificateOf(signer, signedData);
  if (!certificate) return ['certificate-outside'];
  if (report.referenceTimeSource === 'server-clock') return ['no-timestamp'];
  const proof = findProof(signer, certificate, new Date(report.referenceTime));
  if (proof !== 'covers') return [proof];
  const status = own.checks.find(
    ({ code, subject }) => code === 'certificate-not-revoked' && subject === certificate.fingerprint,
  );
  // What failed is said by the report.
  return status?.status === 'indeterminate' || status === undefined ? ['proof-unchecked'] : [];
}

/** Without the lists of those who issued the signers' certificates. */
export function listsOfOthers(
  crls: readonly Uint8Array[],
  signedData: SignedData,
  cache: EdsCache,
): readonly Uint8Array[] {
  const issuers = signedData.signers.flatMap((signer) => certificateOf(signer, signedData)?.issuer ?? []);
  return crls.filter((der) => {
    const list = attempt(() => cache.crl(der));
    return list !== undefined && !issuers.some((issuer) => sameName(issuer, list.issuer));
  });
}

const certificateOf = ({ sid }: SignerInfo, { certificates }: SignedData): Certificate | undefined =>
  findSignerCertificates(
    sid,
    certificates.flatMap((der) => attempt(() => parseCertificate(der)) ?? []),
  )[0];

/** Whether an answer, or else a list, among the revocation-values (RFC 5126 6.3.4) is about this moment. */
function findProof(
  { unsignedAttributes }: SignerInfo,
  { serial, issuer }: Certificate,
  moment: Date,
): 'covers' | 'no-proof' | 'proof-outside-window' {
  const { ocsps, crls } = readCarriedEvidence(unsignedAttributes);
  const answers = ocsps
    .flatMap((der) => attempt(() => parseOcspResponse(der))?.responses ?? [])
    .filter(({ certId }) => certId.serial === serial);
  const lists = crls
    .flatMap((der) => attempt(() => parseCrl(der)) ?? [])
    .filter((list) => sameName(list.issuer, issuer));
  if (answers.length === 0 && lists.length === 0) return 'no-proof';
  const isCovered =
    answers.some(({ thisUpdate }) => Math.abs(thisUpdate.getTime() - moment.getTime()) <= WINDOW) ||
    lists.some(
      ({ thisUpdate, nextUpdate }) => thisUpdate <= moment && nextUpdate !== undefined && moment <= nextUpdate,
    );
  return isCovered ? 'covers' : 'proof-outside-window';
}
