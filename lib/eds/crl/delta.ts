import { oids } from '../oid.ts';
import { extensionOctets } from './crl-extensions.ts';
import type { Crl } from './crl.ts';

export const isDelta = (crl: Crl): boolean => crl.extensions.deltaCrlIndicator !== undefined;

const sameExtension = (left: Crl, right: Crl, oid: string): boolean =>
  extensionOctets(left.allExtensions, oid) === extensionOctets(right.allExtensions, oid);

/** Lists of one issuer and, by what they say, of one key. */
export const sameSource = (left: Crl, right: Crl): boolean =>
  left.issuer.canonical === right.issuer.canonical && sameExtension(left, right, oids.extension.authorityKeyIdentifier);

/**
 * Whether a delta may be put on a complete list: same issuer, same scope, same key (RFC 5280 6.3.3(c)), the complete list
 * no older than the delta's base and no newer than the delta (5.2.4).
 */
export const deltaApplies = (delta: Crl, complete: Crl): boolean => {
  const base = delta.extensions.deltaCrlIndicator;
  const number = delta.extensions.crlNumber;
  const completeNumber = complete.extensions.crlNumber;
  if (base === undefined || number === undefined || completeNumber === undefined) return false;
  return (
    delta.unknownCritical.length === 0 &&
    sameSource(delta, complete) &&
    sameExtension(delta, complete, oids.extension.issuingDistributionPoint) &&
    base <= completeNumber &&
    completeNumber < number
  );
};
