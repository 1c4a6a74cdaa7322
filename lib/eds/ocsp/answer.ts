import { equalBytes } from '../der.ts';
import { oids } from '../oid.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { isAbout } from './cert-id.ts';
import { findResponder, type Responder } from './responder.ts';
import type { OcspResponse } from './response.ts';
import type { OcspStatus, SingleResponse } from './single-response.ts';

/**
 * `never-issued`: RFC 6960 section 2.2, "revoked 1970-01-01, certificateHold" by a responder that uses extended-revoke.
 */
export type AnsweredStatus = OcspStatus | { readonly kind: 'never-issued' };

/** One status of the certificate; an answer may contain several. */
export interface Answered extends Pick<SingleResponse, 'thisUpdate' | 'nextUpdate' | 'invalidSince'> {
  readonly status: AnsweredStatus;
}

/**
 * What an entitled responder said about one certificate; its signature is verified. Freshness and standing are not
 * judged yet.
 */
export interface OcspAnswer {
  readonly answered: readonly Answered[];
  readonly producedAt: Date;
  readonly responder: Responder;
}

const extendedRevoke = '1.3.6.1.5.5.7.48.1.9';
const nonceOid = '1.3.6.1.5.5.7.48.1.2';
/** Extensions that may be critical in an answer or a status. */
const known: readonly string[] = [nonceOid, extendedRevoke, oids.extension.invalidityDate];

/**
 * The answer about `subject`. `other`: the response is only about other certificates. `ocsp-unverified`: its responder
 * has no authority for this issuer, or its signature is not valid. `ocsp-unknown-critical`: it must not be used (RFC
 * 6960 4.4, RFC 5280 4.2).
 */
export function readOcspAnswer(
  response: OcspResponse,
  subject: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
  work: Work,
): OcspAnswer | 'other' | 'ocsp-unverified' | 'ocsp-unknown-critical' {
  const about = response.responses.filter(({ certId }) => isAbout(certId, subject, issuer, work));
  if (about.length === 0) return 'other';
  const extensions = [response, ...response.responses].flatMap((each) => each.extensions);
  if (extensions.some(({ critical, oid }) => critical && !known.includes(oid))) return 'ocsp-unknown-critical';
  const responder = findResponder(response, issuer, candidates, work);
  if (responder === undefined) return 'ocsp-unverified';
  return {
    answered: about.map((single) => ({ ...single, status: readStatus(single, response) })),
    producedAt: response.producedAt,
    responder,
  };
}

function readStatus({ status }: SingleResponse, { extensions }: OcspResponse): AnsweredStatus {
  const unissued =
    status.kind === 'revoked' &&
    status.revokedAt.getTime() === 0 &&
    status.reason === 6 &&
    extensions.some(({ oid }) => oid === extendedRevoke);
  return unissued ? { kind: 'never-issued' } : status;
}

/** Whether the response has this nonce (RFC 8954); some responders leave out the inner OCTET STRING. */
export function hasNonce({ extensions }: OcspResponse, nonce: Uint8Array): boolean {
  const value = extensions.find(({ oid }) => oid === nonceOid)?.value;
  if (value === undefined) return false;
  return (
    equalBytes(value, nonce) || (value[0] === 0x04 && value[1] === nonce.length && equalBytes(value.subarray(2), nonce))
  );
}
