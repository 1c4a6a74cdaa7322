import { attempt } from '../eds/attempt.ts';
import { readCarriedEvidence } from '../eds/cms/carried-evidence.ts';
import { cmsOids } from '../eds/cms/oids.ts';
import { parseSignedData, type SignedData } from '../eds/cms/signed-data.ts';
import { findSignerCertificates } from '../eds/cms/signer-certificate.ts';
import type { SignerInfo } from '../eds/cms/signer-info.ts';
import { parseCrl } from '../eds/crl/crl.ts';
import { sameName } from '../eds/name.ts';
import { isNamedBy } from '../eds/ocsp/responder.ts';
import { parseOcspResponse } from '../eds/ocsp/response.ts';
import { readSignerIdentity } from '../eds/person.ts';
import type { SignerIdentity } from '../eds/report.ts';
import { parseTimestampToken, type TimestampToken } from '../eds/tsp/timestamp-token.ts';
import { Work } from '../eds/work.ts';
import { parseCertificate, type Certificate } from '../eds/x509/certificate.ts';
import { writeName } from './distinguished-name.ts';

/** A certificate that vouches: its names by RFC 4514, its number in hexadecimal. */
export interface Voucher {
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
}

/** What the page of a signature shows (facts as they stand there; nothing is verified here). */
export interface SignatureFacts {
  readonly identity: SignerIdentity;
  readonly serial: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Dotted OIDs. */
  readonly policies: readonly string[];
  readonly keyUsage: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly issuer: string;
  /** genTime: the moment of signing. */
  readonly moment: Date;
  readonly timestamp: Partial<Voucher>;
  /** Of the answer nearest to the moment. */
  readonly ocsp?: Partial<Voucher> & { readonly thisUpdate: Date; readonly status: 'good' | 'revoked' | 'unknown' };
  readonly lists: readonly {
    readonly issuer: string;
    readonly thisUpdate: Date;
    readonly nextUpdate?: Date;
    readonly isDelta: boolean;
  }[];
}

/** Reads every signature of a CMS that has been verified; undefined if one has no certificate or no timestamp. Throws EdsRefusal. */
export function readFacts(cms: Uint8Array): readonly SignatureFacts[] | undefined {
  const signedData = parseSignedData(cms);
  const found = signedData.signers.map((signer) => factsOf(signer, signedData));
  return found.every((each) => each !== undefined) ? found : undefined;
}

const readCertificates = (ders: readonly Uint8Array[]): readonly Certificate[] =>
  ders.flatMap((der) => attempt(() => parseCertificate(der)) ?? []);

function factsOf(signer: SignerInfo, signedData: SignedData): SignatureFacts | undefined {
  const carried = readCarriedEvidence(signer.unsignedAttributes);
  const certificates = readCertificates([...signedData.certificates, ...carried.certificates]);
  const [certificate] = findSignerCertificates(signer.sid, certificates);
  const token = earliestToken(signer);
  if (!certificate || !token) return undefined;
  const { serial, notBefore, notAfter, extensions, issuer } = certificate;
  const moment = token.info.genTime;
  const ocsp = answerOf(carried.ocsps, certificate, certificates, moment);
  return {
    identity: readSignerIdentity(certificate),
    ...{ serial, notBefore, notAfter, moment, issuer: writeName(issuer) },
    policies: extensions.certificatePolicies?.map(({ policy }) => policy) ?? [],
    keyUsage: [...(extensions.keyUsage ?? [])],
    extendedKeyUsage: [...(extensions.extendedKeyUsage ?? [])],
    timestamp: authorityOf(token, certificates),
    ...(ocsp && { ocsp }),
    // Authorities' own lists are for programs; those that judge the signer are shown.
    lists: carried.crls
      .flatMap((der) => attempt(() => parseCrl(der)) ?? [])
      .filter((list) => sameName(list.issuer, issuer))
      .map(({ thisUpdate, nextUpdate, extensions: { deltaCrlIndicator } }) => ({
        ...{ issuer: writeName(issuer), thisUpdate, isDelta: deltaCrlIndicator !== undefined },
        ...(nextUpdate && { nextUpdate }),
      })),
  };
}

const earliestToken = ({ unsignedAttributes }: SignerInfo): TimestampToken | undefined =>
  unsignedAttributes
    .filter(({ oid }) => oid === cmsOids.signatureTimestamp)
    .flatMap(({ values }) => values.flatMap(({ raw }) => attempt(() => parseTimestampToken(raw)) ?? []))
    .toSorted((a, b) => a.info.genTime.getTime() - b.info.genTime.getTime())[0];

function authorityOf({ signedData }: TimestampToken, known: readonly Certificate[]): Partial<Voucher> {
  const [signer] = signedData.signers;
  const candidates = [...readCertificates(signedData.certificates), ...known];
  return vouch(signer && findSignerCertificates(signer.sid, candidates)[0]);
}

function answerOf(
  ders: readonly Uint8Array[],
  { serial }: Certificate,
  known: readonly Certificate[],
  moment: Date,
): SignatureFacts['ocsp'] {
  const away = (thisUpdate: Date) => Math.abs(thisUpdate.getTime() - moment.getTime());
  const [nearest] = ders
    .flatMap((der) => attempt(() => parseOcspResponse(der)) ?? [])
    .flatMap((response) =>
      response.responses
        .filter(({ certId }) => certId.serial === serial)
        .map(({ thisUpdate, status }) => ({ response, thisUpdate, status: status.kind })),
    )
    .toSorted((a, b) => away(a.thisUpdate) - away(b.thisUpdate));
  if (!nearest) return undefined;
  const { response, thisUpdate, status } = nearest;
  const candidates = [...readCertificates(response.certificates), ...known];
  const responder = candidates.find((each) => isNamedBy(response.responderId, each, new Work()));
  return { thisUpdate, status, ...vouch(responder) };
}

const vouch = (certificate: Certificate | undefined): Partial<Voucher> =>
  certificate
    ? { serial: certificate.serial, subject: writeName(certificate.subject), issuer: writeName(certificate.issuer) }
    : {};
