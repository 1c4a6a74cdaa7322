import {
  boolean,
  ia5String,
  implicit,
  integer,
  joined,
  namedBits,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
  type Der,
} from '../../signing/der-writer.ts';

/** `extnValue` holds the value's DER (RFC 5280 section 4.1). */
export const extension = (identifier: string, value: Uint8Array, critical = false): Der =>
  sequence(oid(identifier), ...(critical ? [boolean(true)] : []), octetString(value));

/** RFC 5280 4.2.1.9. The authority's CAs have no path length. */
export const basicConstraints = (ca: boolean, pathLength?: number): Der =>
  extension(
    '2.5.29.19',
    sequence(...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
    true,
  );

const keyUsages = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
} as const;
export type KeyUsage = keyof typeof keyUsages;

/** RFC 5280 4.2.1.3. */
export const keyUsage = (...usages: readonly KeyUsage[]): Der =>
  extension('2.5.29.15', namedBits(...usages.map((usage) => keyUsages[usage])), true);

/** RFC 5280 4.2.1.12. */
export const extendedKeyUsage = (purposes: readonly string[], critical = false): Der =>
  extension('2.5.29.37', sequence(...purposes.map(oid)), critical);

export const subjectKeyIdentifier = (identifier: Uint8Array): Der => extension('2.5.29.14', octetString(identifier));

export const authorityKeyIdentifier = (identifier: Uint8Array): Der =>
  extension('2.5.29.35', sequence(implicit(0, identifier)));

/** RFC 5280 4.2.1.4, each with the authority's practice statement as a qualifier. */
export const certificatePolicies = (...policies: readonly string[]): Der =>
  extension('2.5.29.32', sequence(...policies.map((policy) => sequence(oid(policy), sequence(cpsQualifier)))));

const cpsQualifier = sequence(oid('1.3.6.1.5.5.7.2.1'), ia5String('http://demo-authority.localhost/cps'));

const addressName = (address: string): Der => implicit(6, Buffer.from(address, 'latin1'));
const distributionPoints = (address: string): Der => sequence(sequence(tagged(0, tagged(0, addressName(address)))));

export const crlDistributionPoint = (address: string): Der => extension('2.5.29.31', distributionPoints(address));
/** Where the delta CRL can be fetched (RFC 5280 4.2.1.15). */
export const freshestCrl = (address: string): Der => extension('2.5.29.46', distributionPoints(address));

/** RFC 5280 4.2.2.1. */
export const authorityInformation = (addresses: { readonly issuer?: string; readonly ocsp?: string }): Der =>
  extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(
      ...(addresses.issuer ? [sequence(oid('1.3.6.1.5.5.7.48.2'), addressName(addresses.issuer))] : []),
      ...(addresses.ocsp ? [sequence(oid('1.3.6.1.5.5.7.48.1'), addressName(addresses.ocsp))] : []),
    ),
  );

/** RFC 6960 4.2.2.2.1: clients need not ask for the status of the responder's own certificate. */
export const ocspNoCheck: Der = extension('1.3.6.1.5.5.7.48.1.5', nothing);

/** The authority's own extension: the kind of key store (here a PKCS#12 file). */
export const keyStoreKind: Der = extension('1.2.398.3.3.5', sequence(oid('1.2.398.3.3.5.1.1')));

export const extensions = (all: readonly Uint8Array[]): Der => sequence(joined(all));
