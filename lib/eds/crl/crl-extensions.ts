import { readInteger, readTime } from '../der.ts';
import { readDistributionPoints, type DistributionPoint } from '../x509/distribution-point.ts';
import type { Extension } from '../x509/extension.ts';
import { ExtensionTable } from '../x509/extension-table.ts';
import { readAuthorityKeyIdentifier, type AuthorityKeyIdentifier } from '../x509/extensions/key-identifiers.ts';
import { readIssuingDistributionPoint, type IssuingDistributionPoint } from './issuing-distribution-point.ts';

/** The extensions of a revocation list (RFC 5280 5.2). */
export interface CrlExtensions {
  readonly authorityKeyIdentifier?: AuthorityKeyIdentifier;
  readonly crlNumber?: bigint;
  /**
   * For a delta: the number of the complete list to which it is the difference. A list with this extension is a delta.
   */
  readonly deltaCrlIndicator?: bigint;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
  readonly freshestCrl?: readonly DistributionPoint[];
  /** X.509 expiredCertsOnCRL (2.5.29.60): the list keeps lines of certificates that expired since this date. */
  readonly expiredCertsOnCrl?: Date;
}

export const crlExtensions = new ExtensionTable<CrlExtensions>({
  authorityKeyIdentifier: readAuthorityKeyIdentifier,
  crlNumber: (node) => readInteger(node),
  deltaCrlIndicator: (node) => readInteger(node),
  issuingDistributionPoint: readIssuingDistributionPoint,
  freshestCrl: readDistributionPoints,
  expiredCertsOnCrl: (node) => readTime(node),
});

/** The octets of an extension, to find out whether two lists have the same one (absent: empty). */
export const extensionOctets = (extensions: readonly Extension[], oid: string): Uint8Array =>
  extensions.find((extension) => extension.oid === oid)?.value ?? new Uint8Array();
