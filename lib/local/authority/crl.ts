import { signStructure } from './certificate.ts';
import { element, enumerated, integer, sequence, tagged, time, type Der } from '../../signing/der-writer.ts';
import { authorityKeyIdentifier, extension, extensions } from './extension.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { SigningKey } from '../../signing/signing-key.ts';

/** CRLReason (RFC 5280 5.3.1) by number; none means unspecified. */
export const revocationReasons = {
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
} as const;
export type RevocationReason = keyof typeof revocationReasons;

export interface Revocation {
  readonly serial: Uint8Array;
  readonly at: Date;
  readonly reason?: RevocationReason;
  /** Entry extensions in addition to the reason. */
  readonly more?: readonly Uint8Array[];
}

export interface CrlFields {
  readonly issuer: Uint8Array;
  readonly issuerKeyIdentifier: Uint8Array;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly number: number;
  readonly revoked: readonly Revocation[];
  /** For a delta: the number of the complete CRL on which it builds (RFC 5280 5.2.4). */
  readonly deltaOf?: number;
  /** Extensions in addition to CRLNumber, AKI and the delta indicator. */
  readonly more?: readonly Uint8Array[];
}

/**
 *     CertificateList ::= SEQUENCE { tbsCertList, signatureAlgorithm, signatureValue BIT STRING }   -- RFC 5280 5.1
 */
export const signCrl = (fields: CrlFields, key: SigningKey, random?: RandomSource): Der =>
  signStructure(crlToBeSigned(fields, key.signatureAlgorithm), key, random);

export function crlToBeSigned(fields: CrlFields, signatureAlgorithm: Uint8Array): Der {
  const { revoked, deltaOf, more = [] } = fields;
  return sequence(
    integer(1),
    signatureAlgorithm,
    fields.issuer,
    time(fields.thisUpdate),
    ...(fields.nextUpdate ? [time(fields.nextUpdate)] : []),
    // RFC 5280 5.1.2.6: absent rather than empty.
    ...(revoked.length > 0 ? [element(0x30, Buffer.concat(revoked.map(revokedEntry)))] : []),
    tagged(
      0,
      extensions([
        extension('2.5.29.20', integer(fields.number)),
        authorityKeyIdentifier(fields.issuerKeyIdentifier),
        ...(deltaOf === undefined ? [] : [extension('2.5.29.27', integer(deltaOf), true)]),
        ...more,
      ]),
    ),
  );
}

function revokedEntry({ serial, at, reason, more = [] }: Revocation): Der {
  const reasonCode = reason ? [extension('2.5.29.21', enumerated(revocationReasons[reason]))] : [];
  const all = [...reasonCode, ...more];
  return sequence(element(0x02, serial), time(at), ...(all.length > 0 ? [extensions(all)] : []));
}
