import { hashHex } from '#eds-crypto';
import { attempt } from '../../eds/attempt.ts';
import { readCarriedEvidence } from '../../eds/cms/carried-evidence.ts';
import { parseSignedData, type SignedData } from '../../eds/cms/signed-data.ts';
import type { SignerInfo } from '../../eds/cms/signer-info.ts';
import type { EdsReport, SignerReport } from '../../eds/report.ts';
import { parseCertificate, type Certificate } from '../../eds/x509/certificate.ts';
import { ok, type CmsSignerInfo } from './answers.ts';
import { certificateInfo } from './certificate-info.ts';
import { standingOf, type Wanted } from './standing.ts';
import { tspInfo } from './tsp-info.ts';

/**
 * The answer of `/cms/verify`. `valid` only if the whole verdict is passed, which no signature without a signer has.
 * `certificates`: DER of what the verification knew beside the signature.
 */
export function cmsVerification(
  signedData: SignedData,
  report: EdsReport,
  certificates: readonly Uint8Array[],
  wanted: Wanted,
) {
  const find = finder(signedData, certificates);
  return {
    ...ok,
    valid: report.verdict === 'passed',
    // Where the budget did not suffice, nothing is said of any signer.
    signers: report.signers.map((signer, place) =>
      signerInfo(signer, signedData.signers[place], find(signer.certificate), wanted),
    ),
    verdict: report.verdict,
    report,
  };
}

function signerInfo(
  { checks }: SignerReport,
  info: SignerInfo | undefined,
  certificate: Certificate | undefined,
  wanted: Wanted,
): CmsSignerInfo {
  const standing = certificate && standingOf(checks, certificate.fingerprint, wanted);
  return {
    certificates: certificate && standing ? [certificateInfo(certificate, standing)] : [],
    tsp: info === undefined ? null : tspInfo(info),
  };
}

/** The certificate of a fingerprint, wherever the verification had it from; no other is read a second time. */
function finder(signedData: SignedData, given: readonly Uint8Array[]) {
  const carried = signedData.signers.flatMap((signer) => readCarriedEvidence(signer.unsignedAttributes).certificates);
  const all = [...signedData.certificates, ...carried, ...given];
  let known: ReadonlyMap<string, Uint8Array> | undefined;
  return (fingerprint: string | undefined): Certificate | undefined => {
    if (fingerprint === undefined) return undefined;
    known ??= new Map(all.map((der) => [hashHex('SHA-256', der), der]));
    const der = known.get(fingerprint);
    return der && parseCertificate(der, fingerprint);
  };
}

/** The signature as it reads, or undefined. */
export const readCms = (cms: Uint8Array): SignedData | undefined => attempt(() => parseSignedData(cms));
