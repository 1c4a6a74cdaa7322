import { Fields, readDer, readSmallInteger, readTime, tags } from '../der.ts';
import { oids } from '../oid.ts';
import { readExtensions, readExtensionValue } from '../x509/extension.ts';
import { reasonOf, type RevocationReason } from './reason.ts';

/** One line of a revocation list (RFC 5280 5.1.2.6, 5.3). */
export interface RevokedEntry {
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
  /** When the key is known or suspected to have been lost (5.3.2); told, not decided by. */
  readonly invalidSince?: Date;
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
  const invalidSince = readExtensionValue(extensions, oids.extension.invalidityDate, (value) => readTime(value));
  return { revokedAt, reason: reasonOf(reason ?? 0), ...(invalidSince && { invalidSince }) };
};
