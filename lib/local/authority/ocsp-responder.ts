import { Fields, readDer, readOctetString, readOid, type DerNode } from '../../eds/der.ts';
import { EdsRefusal } from '../../eds/refusal.ts';
import type { Der } from '../../signing/der-writer.ts';
import { certIdOf, neverIssued, ocspExtensions, refuseOcsp, signOcsp, type OcspStatus } from './ocsp.ts';
import type { Signer } from '../../signing/signer-info.ts';

export interface OcspResponder {
  readonly responder: Signer;
  /** Certificate (DER) of the authority whose certificates it answers for. */
  readonly issuer: Uint8Array;
  /** The status of a serial number in lower-case hex; undefined if it was never issued. */
  readonly statusOf: (serial: string) => OcspStatus | undefined;
  readonly now: Date;
}

/**
 * Answers an OCSPRequest (RFC 6960 4.1) about certificates of one issuer: good, revoked, or "revoked" with
 * extended-revoke for serial numbers that were never issued, as the national responder does.
 */
export function answerOcsp(request: Uint8Array, responder: OcspResponder): Der {
  const asked = readRequest(request);
  if (asked === undefined || asked.certIds.length === 0) return refuseOcsp('malformedRequest');
  const serials = asked.certIds.map((certId) => serialWithin(certId, responder.issuer));
  if (serials.includes(undefined)) return refuseOcsp('unauthorized');
  return signOcsp({
    responder: responder.responder,
    producedAt: responder.now,
    answers: asked.certIds.map(({ raw }, place) => ({
      certId: raw,
      status: responder.statusOf(serials[place] ?? '') ?? neverIssued,
      thisUpdate: responder.now,
    })),
    extendedRevoke: true,
    ...(asked.nonce && { nonce: asked.nonce }),
  });
}

/** The serial number (hex) in a CertID, if it names this issuer by SHA-1 or SHA-256. */
function serialWithin(certId: DerNode, issuer: Uint8Array): string | undefined {
  const serial = certId.children[3]?.content;
  if (serial === undefined) return undefined;
  const sameIssuer = (['sha1', 'sha256'] as const).some((digest) => {
    const ours = readDer(certIdOf(issuer, serial, digest)).children;
    return [1, 2].every((part) => sameOctets(ours[part], certId.children[part]));
  });
  return sameIssuer ? Buffer.from(serial).toString('hex') : undefined;
}

const sameOctets = (a: DerNode | undefined, b: DerNode | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a.raw, b.raw) === 0;

interface Asked {
  readonly certIds: readonly DerNode[];
  readonly nonce?: Uint8Array;
}

function readRequest(request: Uint8Array): Asked | undefined {
  try {
    const tbs = new Fields(new Fields(readDer(request, { bytes: 10_000 })).any());
    tbs.optionalExplicit(0);
    tbs.optionalExplicit(1);
    const certIds = tbs.any().children.map((single) => new Fields(single).any());
    for (const { children } of tbs.optionalExplicit(2)?.children ?? []) {
      const [identifier, value] = [children[0], children.at(-1)];
      if (identifier && value && readOid(identifier) === ocspExtensions.nonce) {
        const nonce = readOctetString(value);
        // RFC 8954 2.1: an OCTET STRING of 1 to 32 octets; returned unchanged.
        if (onlyOctets(nonce) > 32) return undefined;
        return { certIds, nonce };
      }
    }
    return { certIds };
  } catch (error) {
    if (error instanceof EdsRefusal) return undefined;
    throw error;
  }
}

const onlyOctets = (der: Uint8Array): number => readOctetString(readDer(der)).length;
