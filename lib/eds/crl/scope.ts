import { joinRdns, type Name } from '../name.ts';
import { toHex } from '../der.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { DistributionPoint, DistributionPointName } from '../x509/distribution-point.ts';
import type { GeneralName } from '../x509/general-name.ts';
import type { Crl } from './crl.ts';

const keyOf = (name: GeneralName): string => {
  switch (name.form) {
    case 'directory':
      return `directory ${name.name.canonical}`;
    case 'rfc822':
    case 'dns':
    case 'uri':
      return `${name.form} ${name.value}`;
    case 'ip':
      return `ip ${toHex(name.octets)}`;
    case 'registered-id':
      return `registered-id ${name.oid}`;
    default:
      return `${name.form} ${toHex(name.der)}`;
  }
};

/** All names of a point in comparable form; a relative name is appended to the names to which it may be relative. */
const namesOf = (point: DistributionPointName, issuers: readonly Name[]): readonly string[] =>
  point.kind === 'full'
    ? point.names.map(keyOf)
    : issuers.map((issuer) => `directory ${joinRdns([...issuer.rdns, point.rdn])}`);

/**
 * RFC 5280 6.3.3(b)(1): the list is from the issuer that the point names and says that it is indirect, or it is from
 * the certificate's issuer.
 */
export const issuerMatches = (crl: Crl, certificate: Certificate, point: DistributionPoint): boolean => {
  if (point.crlIssuer === undefined) return crl.issuer.canonical === certificate.issuer.canonical;
  const named = point.crlIssuer.some((issuer) => issuer.canonical === crl.issuer.canonical);
  return named && crl.extensions.issuingDistributionPoint?.indirect === true;
};

/** RFC 5280 6.3.3(b)(2)(i): the list's own point is the certificate's point. */
const pointMatches = (crl: Crl, certificate: Certificate, point: DistributionPoint): boolean => {
  const listPoint = crl.extensions.issuingDistributionPoint?.name;
  if (listPoint === undefined) return true;
  const ofList = new Set(namesOf(listPoint, [crl.issuer]));
  const issuers = point.crlIssuer ?? [certificate.issuer];
  const ofCertificate = point.name
    ? namesOf(point.name, issuers)
    : (point.crlIssuer ?? []).map((issuer) => `directory ${issuer.canonical}`);
  return ofCertificate.some((name) => ofList.has(name));
};

/** RFC 5280 6.3.3(b)(2): whether the list covers such a certificate at this point. */
export const scopeCovers = (crl: Crl, certificate: Certificate, point: DistributionPoint): boolean => {
  const scope = crl.extensions.issuingDistributionPoint;
  if (scope === undefined) return true;
  const ca = certificate.extensions.basicConstraints?.ca === true;
  if (scope.onlyAttributeCertificates || (scope.onlyUserCertificates && ca) || (scope.onlyCaCertificates && !ca)) {
    return false;
  }
  return pointMatches(crl, certificate, point);
};

/**
 * RFC 5280 6.3.3, last paragraph: if no point decides, lists of the certificate's issuer are used with a point that has
 * the issuer's own name (and alternative names), without reasons and without another issuer.
 */
export const impliedPoint = (certificate: Certificate): DistributionPoint => ({
  name: { kind: 'full', names: [{ form: 'directory', name: certificate.issuer }] },
});
