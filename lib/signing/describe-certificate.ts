import { attributeValues } from '../eds/name.ts';
import { oids } from '../eds/oid.ts';
import { readSignerIdentity } from '../eds/person.ts';
import type { SignerIdentity } from '../eds/report.ts';
import { kzNca } from '../eds/profiles/profile.ts';
import { parseCertificate } from '../eds/x509/certificate.ts';

/** What a key is for, by its certificate (docs/eds.md): the authority issues one for each purpose, or one for both. */
export type KeyUse = 'signature' | 'authentication';

/**
 * Whose key it is, until when it is valid and for what: what a person sees before they sign. Nothing is verified here.
 */
export interface CertificateDescription extends SignerIdentity {
  /** Surname, first name and patronymic as the certificate has them. */
  readonly owner: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly uses: readonly KeyUse[];
}

/** The bit of keyUsage that belongs to the authority's extended key usages. */
const bits = { signature: 'nonRepudiation', authentication: 'digitalSignature' } as const;

/** @throws EdsRefusal if it is not a certificate in DER */
export function describeCertificate(der: Uint8Array): CertificateDescription {
  const certificate = parseCertificate(der);
  const { subject, notBefore, notAfter, extensions } = certificate;
  const { keyUsage, extendedKeyUsage } = extensions;
  const uses = (['signature', 'authentication'] as const).filter((use) => {
    const isNamed = kzNca.purposes[use].some((purpose) => extendedKeyUsage?.has(purpose));
    return isNamed && keyUsage?.has(bits[use]) === true;
  });
  const patronymic = attributeValues(subject, oids.attribute.givenName);
  const identity = readSignerIdentity(certificate);
  const owner = [identity.commonName ?? '', ...patronymic].join(' ').trim();
  return { ...identity, owner, notBefore, notAfter, uses };
}
