import { equalBytes } from '../der.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { isAbout } from './cert-id.ts';
import { findResponder, type Responder } from './responder.ts';
import type { OcspResponse } from './response.ts';
import type { OcspStatus, SingleResponse } from './single-response.ts';

/** `never-issued`: RFC 6960 section 2.2, "revoked 1970-01-01, certificateHold" by a responder that says extended-revoke. */
export type AnsweredStatus = OcspStatus | { readonly kind: 'never-issued' };

/** What an authorised responder said about one certificate, its signature verified. Freshness is still to be judged. */
export interface OcspAnswer {
  readonly status: AnsweredStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly responder: Responder;
}

const extendedRevoke = '1.3.6.1.5.5.7.48.1.9';
const nonceOid = '1.3.6.1.5.5.7.48.1.2';

/**
 * The answer about `subject`; `other`: the response is about other certificates alone; `unverified`: its responder has no authority
 * for this issuer or its signature does not hold.
 */
export function readOcspAnswer(
  response: OcspResponse,
  subject: Certificate,
  issuer: Certificate,
  candidates: readonly Certificate[],
  work: Work,
): OcspAnswer | 'other' | 'unverified' {
  const single = latest(response.responses.filter(({ certId }) => isAbout(certId, subject, issuer, work)));
  if (single === undefined) return 'other';
  const responder = findResponder(response, issuer, candidates, work);
  if (responder === undefined) return 'unverified';
  const key = responder.certificate.publicKey.der;
  if (work.signature(response, key) !== 'valid') return 'unverified';
  const { thisUpdate, nextUpdate } = single;
  return { status: readStatus(single, response), thisUpdate, ...(nextUpdate && { nextUpdate }), responder };
}

const latest = (responses: readonly SingleResponse[]): SingleResponse | undefined =>
  responses.toSorted((a, b) => b.thisUpdate.getTime() - a.thisUpdate.getTime())[0];

function readStatus({ status }: SingleResponse, { extensions }: OcspResponse): AnsweredStatus {
  const unissued =
    status.kind === 'revoked' &&
    status.revokedAt.getTime() === 0 &&
    status.reason === 6 &&
    extensions.some(({ oid }) => oid === extendedRevoke);
  return unissued ? { kind: 'never-issued' } : status;
}

/** Whether the response carries this nonce (RFC 8954); some responders leave out the inner OCTET STRING. */
export function hasNonce({ extensions }: OcspResponse, nonce: Uint8Array): boolean {
  const value = extensions.find(({ oid }) => oid === nonceOid)?.value;
  if (value === undefined) return false;
  return (
    equalBytes(value, nonce) || (value[0] === 0x04 && value[1] === nonce.length && equalBytes(value.subarray(2), nonce))
  );
}
