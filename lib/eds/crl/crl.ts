import { Fields, readDer, readSmallInteger, readTime, tags, type DerNode } from '../der.ts';
import { readName, type Name } from '../name.ts';
import { EdsRefusal } from '../refusal.ts';
import { readExtensions, type Extension } from '../x509/extension.ts';
import { readSigned, type Signed } from '../x509/signed.ts';
import { crlExtensions, type CrlExtensions } from './crl-extensions.ts';
import { RevokedEntries } from './entries.ts';

/** A revocation list as it arrived, complete or delta (RFC 5280 5.1). Nothing here says that it is to be trusted. */
export interface Crl extends Signed {
  readonly der: Uint8Array;
  readonly issuer: Name;
  readonly thisUpdate: Date;
  /** Absent only outside of RFC 5280's profile; such a list is never fresh. */
  readonly nextUpdate?: Date;
  readonly entries: RevokedEntries;
  readonly extensions: CrlExtensions;
  readonly allExtensions: readonly Extension[];
  /** Dotted OIDs of critical extensions, of the list or of a line, that are not processed. */
  readonly unknownCritical: readonly string[];
}

const isTime = (node: DerNode | undefined): boolean => node?.tag === tags.utcTime || node?.tag === tags.generalizedTime;

/**
 * `TBSCertList ::= SEQUENCE { version Version OPTIONAL, signature AlgorithmIdentifier, issuer Name, thisUpdate Time,
 *   nextUpdate Time OPTIONAL, revokedCertificates SEQUENCE OF … OPTIONAL, crlExtensions [0] Extensions OPTIONAL }`
 */
const readTbs = (node: DerNode) => {
  const fields = new Fields(node);
  const version = fields.optional(tags.integer);
  if (version && readSmallInteger(version) !== 1) throw new EdsRefusal('crl-version', version.start);
  const innerAlgorithm = fields.take(tags.sequence);
  const issuer = readName(fields.any());
  const thisUpdate = readTime(fields.any());
  const nextUpdate = isTime(fields.next) ? readTime(fields.any()) : undefined;
  const revoked = fields.optional(tags.sequence);
  const extensions = fields.optionalExplicit(0);
  fields.end();
  if (extensions && !version) throw new EdsRefusal('crl-version', extensions.start);
  const entries = new RevokedEntries(revoked?.content ?? new Uint8Array(), issuer.canonical);
  const allExtensions = extensions ? readExtensions(extensions) : [];
  return { innerAlgorithm, value: { issuer, thisUpdate, ...(nextUpdate && { nextUpdate }), entries, allExtensions } };
};

const limits = { bytes: 256 * 1024 * 1024, elements: 20_000 };

/**
 * `CertificateList ::= SEQUENCE { tbsCertList TBSCertList, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }`
 *
 * @throws EdsRefusal for what is not a revocation list in DER, whichever line or extension is wrong.
 */
export const parseCrl = (der: Uint8Array): Crl => {
  const { tbs, signatureAlgorithm, signature, value } = readSigned(
    readDer(der, limits),
    readTbs,
    'crl-algorithm-mismatch',
  );
  return {
    ...value,
    der,
    tbs,
    signatureAlgorithm,
    signature,
    extensions: crlExtensions.read(value.allExtensions),
    unknownCritical: [...crlExtensions.unknownCritical(value.allExtensions), ...value.entries.unknownCritical],
  };
};
