import { parseCrl, type Crl } from '../crl/crl.ts';
import { parseOcspResponse, type OcspResponse } from '../ocsp/response.ts';
import { attempt } from '../attempt.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';

/**
 * The same anchors and lists come with every verification: what was read from a bytes object is remembered for as long as the caller keeps
 * that object, which must not be changed meanwhile. undefined: malformed, and of no use whoever brought it.
 */
function readOnce<T extends object>(parse: (der: Uint8Array) => T): (der: Uint8Array) => T | undefined {
  const known = new WeakMap<Uint8Array, T | 'malformed'>();
  return (der) => {
    let value = known.get(der);
    if (value === undefined) {
      value = attempt(() => parse(der)) ?? 'malformed';
      known.set(der, value);
    }
    return value === 'malformed' ? undefined : value;
  };
}

export const readCertificateOnce: (der: Uint8Array) => Certificate | undefined = readOnce(parseCertificate);
export const readCrlOnce: (der: Uint8Array) => Crl | undefined = readOnce(parseCrl);
export const readOcspOnce: (der: Uint8Array) => OcspResponse | undefined = readOnce(parseOcspResponse);
