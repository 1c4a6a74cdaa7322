import { attempt } from '../attempt.ts';
import { Fields, readDer, readSmallInteger, readTime, tags } from '../der.ts';
import { oids } from '../oid.ts';
import { readExtensions, readExtensionValue } from '../x509/extension.ts';
import { sinceOf } from '../revocation/statement.ts';
import { reasonOf, sparesEarlier, type RevocationReason } from '../revocation/reason.ts';

/** One line of a revocation list (RFC 5280 5.1.2.6, 5.3). */
export interface RevokedEntry {
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
  /**
   * From when the revocation counts: invalidityDate, when the key was known or suspected to be lost (5.3.2), if that is
   * earlier.
   */
  readonly since: Date;
  /** Whether earlier signatures of the key stay valid (RFC 3161 4). */
  readonly sparesEarlier: boolean;
}

/** `SEQUENCE { userCertificate CertificateSerialNumber, revocationDate Time, crlEntryExtensions Extensions OPTIONAL }` */
export const readEntry = (der: Uint8Array): RevokedEntry => {
  const fields = new Fields(readDer(der, { elements: 500 }));
  fields.take(tags.integer);
  const revokedAt = readTime(fields.any());
  const node = fields.optional(tags.sequence);
  fields.end();
  const extensions = node ? readExtensions(node) : [];
  const reason = readExtensionValue(extensions, oids.extension.reasonCode, (value) =>
    readSmallInteger(value, tags.enumerated),
  );
  // If invalidityDate cannot be read, the line counts from its own date.
  const invalidSince = readExtensionValue(extensions, oids.extension.invalidityDate, (value) =>
    attempt(() => readTime(value)),
  );
  return {
    revokedAt,
    since: sinceOf(revokedAt, invalidSince),
    reason: reasonOf(reason),
    sparesEarlier: sparesEarlier(reason),
  };
};
