import { Budget } from '../budget.ts';
import { Fields, readDer, readSmallInteger, readTime, tags, toHex, type DerNode } from '../der.ts';
import { readName, type Name } from '../name.ts';
import { oids } from '../oid.ts';
import { EdsRefusal } from '../refusal.ts';
import { readExtensions, type Extension } from '../x509/extension.ts';
import { readSigned, type Signed } from '../x509/signed.ts';
import { crlExtensions, type CrlExtensions } from './crl-extensions.ts';
import { RevokedEntries } from './entries.ts';

/** A revocation list as it arrived, complete or delta (RFC 5280 5.1). This does not mean that it can be trusted. */
export interface Crl extends Signed {
  readonly der: Uint8Array;
  readonly issuer: Name;
  readonly thisUpdate: Date;
  /** Absent only outside RFC 5280's profile; such a list is never fresh. */
  readonly nextUpdate?: Date;
  readonly entries: RevokedEntries;
  readonly extensions: CrlExtensions;
  readonly allExtensions: readonly Extension[];
  /** Dotted OIDs of critical extensions, of the list or of a line, that are not processed. */
  readonly unknownCritical: readonly string[];
  /** The list has something that RFC 5280 forbids its issuer, so its meaning is not certain. */
  readonly outOfForm: boolean;
}

/**
 * An empty list of lines (5.1.2.6), extensions of lines in version 1 (5.1.2.1), an empty distribution point (5.2.5).
 */
const isOutOfForm = (
  version: boolean,
  revoked: DerNode | undefined,
  entries: RevokedEntries,
  all: readonly Extension[],
) =>
  revoked?.content.length === 0 ||
  (!version && entries.extended) ||
  all.some(({ oid, value }) => oid === oids.extension.issuingDistributionPoint && toHex(value) === '3000');

const isTime = (node: DerNode | undefined): boolean => node?.tag === tags.utcTime || node?.tag === tags.generalizedTime;

/**
 * `TBSCertList ::= SEQUENCE { version Version OPTIONAL, signature AlgorithmIdentifier, issuer Name, thisUpdate Time,
 *   nextUpdate Time OPTIONAL, revokedCertificates SEQUENCE OF … OPTIONAL, crlExtensions [0] Extensions OPTIONAL }`
 */
const readTbs = (node: DerNode, budget: Budget) => {
  const fields = new Fields(node);
  const version = fields.optional(tags.integer);
  if (version && readSmallInteger(version) !== 1) throw new EdsRefusal('crl-version', version.start);
  const innerAlgorithm = fields.take(tags.sequence);
  const issuer = readName(paid(fields.any(), budget));
  const thisUpdate = readTime(fields.any());
  const nextUpdate = isTime(fields.next) ? readTime(fields.any()) : undefined;
  const revoked = fields.optional(tags.sequence);
  const extensions = fields.optionalExplicit(0);
  fields.end();
  if (extensions && !version) throw new EdsRefusal('crl-version', extensions.start);
  const entries = new RevokedEntries(revoked?.content ?? new Uint8Array(), issuer.canonical, budget);
  const allExtensions = extensions ? readExtensions(paid(extensions, budget)) : [];
  const outOfForm = isOutOfForm(version !== undefined, revoked, entries, allExtensions);
  return {
    innerAlgorithm,
    value: { issuer, thisUpdate, ...(nextUpdate && { nextUpdate }), entries, allExtensions, outOfForm },
  };
};

/** The parts that are expensive to read, unlike the lines. */
const paid = (node: DerNode, budget: Budget): DerNode => {
  budget.read(node.end - node.start);
  return node;
};

/** Microseconds for an octet of a line. */
const lineRate = 0.01;

const limits = { bytes: 256 * 1024 * 1024, elements: 20_000 };

/**
 * `CertificateList ::= SEQUENCE { tbsCertList TBSCertList, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT
 * STRING }`
 *
 * `budget`: the budget of the verification that brought the list; without it the list is the caller's own.
 *
 * @throws EdsRefusal for what is not a revocation list in DER, or if any line or extension is wrong.
 */
export const parseCrl = (der: Uint8Array, budget: Budget = Budget.unlimited()): Crl => {
  budget.read(der.length, lineRate);
  const { tbs, signatureAlgorithm, signature, value } = readSigned(
    readDer(der, limits),
    (node) => readTbs(node, budget),
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
