import { oids } from '../oid.ts';
import { equalBytes } from '../der.ts';
import { extensionOctets } from './crl-extensions.ts';
import type { Crl } from './crl.ts';

export const isDelta = (crl: Crl): boolean => crl.extensions.deltaCrlIndicator !== undefined;

const sameExtension = (left: Crl, right: Crl, oid: string): boolean =>
  equalBytes(extensionOctets(left.allExtensions, oid), extensionOctets(right.allExtensions, oid));

/** Lists of one issuer that name the same key. */
export const sameSource = (left: Crl, right: Crl): boolean =>
  left.issuer.canonical === right.issuer.canonical && sameExtension(left, right, oids.extension.authorityKeyIdentifier);

/**
 * By how many numbers a delta is ahead of a complete list of the same issuer, scope and key (RFC 5280 6.3.3(c)) that is
 * no older than its base (5.2.4); undefined if the two do not belong together.
 */
const leadOf = (delta: Crl, complete: Crl): bigint | undefined => {
  const base = delta.extensions.deltaCrlIndicator;
  const number = delta.extensions.crlNumber;
  const completeNumber = complete.extensions.crlNumber;
  if (base === undefined || number === undefined || completeNumber === undefined) return undefined;
  const together =
    delta.unknownCritical.length === 0 &&
    !delta.outOfForm &&
    sameSource(delta, complete) &&
    sameExtension(delta, complete, oids.extension.issuingDistributionPoint) &&
    base <= completeNumber;
  return together ? number - completeNumber : undefined;
};

/** Whether a delta may be applied to a complete list: its number is higher (RFC 5280 5.2.4). */
export const deltaApplies = (delta: Crl, complete: Crl): boolean => (leadOf(delta, complete) ?? 0n) > 0n;

/**
 * Whether a delta knows everything that the complete list knows: lists with the same number were made at the same time
 * (RFC 5280 5.2.3).
 */
export const deltaKeepsUp = (delta: Crl, complete: Crl): boolean => (leadOf(delta, complete) ?? -1n) >= 0n;
