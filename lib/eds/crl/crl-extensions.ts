import { readDer, readInteger, readTime, toHex, type DerNode } from '../der.ts';
import { oids } from '../oid.ts';
import { readDistributionPoints, type DistributionPoint } from '../x509/distribution-point.ts';
import type { Extension } from '../x509/extension.ts';
import { readAuthorityKeyIdentifier, type AuthorityKeyIdentifier } from '../x509/extensions/key-identifiers.ts';
import { readIssuingDistributionPoint, type IssuingDistributionPoint } from './issuing-distribution-point.ts';

/** The extensions of a revocation list (RFC 5280 5.2). */
export interface CrlExtensions {
  readonly authorityKeyIdentifier?: AuthorityKeyIdentifier;
  readonly crlNumber?: bigint;
  /** The number of the complete list that this one is the difference to; a list that has it is a delta. */
  readonly deltaCrlIndicator?: bigint;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
  readonly freshestCrl?: readonly DistributionPoint[];
  /** X.509 expiredCertsOnCRL (2.5.29.60): lines of certificates that expired since then are kept. */
  readonly expiredCertsOnCrl?: Date;
}

const readers = {
  authorityKeyIdentifier: readAuthorityKeyIdentifier,
  crlNumber: (node) => readInteger(node),
  deltaCrlIndicator: (node) => readInteger(node),
  issuingDistributionPoint: readIssuingDistributionPoint,
  freshestCrl: readDistributionPoints,
  expiredCertsOnCrl: (node) => readTime(node),
} as const satisfies { [Field in keyof CrlExtensions]-?: (node: DerNode) => CrlExtensions[Field] };

const fieldByOid: ReadonlyMap<string, keyof CrlExtensions> = new Map(
  (Object.keys(readers) as (keyof CrlExtensions)[]).map((field) => [oids.extension[field], field]),
);

export const readCrlExtensions = (extensions: readonly Extension[]): CrlExtensions =>
  Object.fromEntries(
    extensions.flatMap(({ oid, value }) => {
      const field = fieldByOid.get(oid);
      return field === undefined ? [] : [[field, readers[field](readDer(value))]];
    }),
  );

/** RFC 5280 5.2: with a critical extension that is not processed a list must not be used. */
export const unknownCriticalOfCrl = (extensions: readonly Extension[]): readonly string[] =>
  extensions.filter(({ oid, critical }) => critical && !fieldByOid.has(oid)).map(({ oid }) => oid);

/** The octets of an extension, for asking whether two lists have the same (absent: empty). */
export const extensionOctets = (extensions: readonly Extension[], oid: string): string =>
  toHex(extensions.find((extension) => extension.oid === oid)?.value ?? new Uint8Array());
