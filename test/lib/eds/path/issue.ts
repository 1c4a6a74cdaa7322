import { signCertificate } from '../../../../lib/local/authority/certificate.ts';
import { signCrl, type CrlFields } from '../../../../lib/local/authority/crl.ts';
import { boolean, element, implicit, namedBits, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../../../lib/local/authority/extension.ts';
import { generateKey } from '../../../../lib/local/authority/key-pairs.ts';
import { distinguishedName } from '../../../../lib/local/authority/name.ts';
import type { SigningKey } from '../../../../lib/signing/signing-key.ts';
import { parseCrl, type Crl } from '../../../../lib/eds/crl/crl.ts';
import { parseCertificate, type Certificate } from '../../../../lib/eds/x509/certificate.ts';

/**
 * Noon of a day in March 2026: everything made here is valid from the 1st to the 31st, lists from the 10th to the 20th.
 */
export const march = (day: number): Date => new Date(Date.UTC(2026, 2, day, 12));

export interface Issued {
  readonly certificate: Certificate;
  readonly key: SigningKey;
}

export interface IssueOptions {
  readonly subject?: Uint8Array;
  readonly key?: SigningKey;
  readonly extensions?: readonly Uint8Array[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly serial?: number;
}

export const nameOf = (commonName: string): Uint8Array =>
  distinguishedName(['commonName', commonName], ['country', 'KZ']);

const keyIdentifierOf = ({ spki }: SigningKey): Uint8Array => spki.subarray(-20);

let serials = 0x1000;

const issue = async (commonName: string, issuer: Issued | undefined, options: IssueOptions): Promise<Issued> => {
  const key = options.key ?? (await generateKey('ecdsa'));
  const subject = options.subject ?? nameOf(commonName);
  const serial = options.serial ?? serials++;
  const fields = {
    serial: Uint8Array.of(0x40, serial >> 8, serial & 0xff),
    issuer: issuer?.certificate.subject.der ?? subject,
    subject,
    notBefore: options.notBefore ?? march(1),
    notAfter: options.notAfter ?? march(31),
    spki: key.spki,
    extensions: [
      subjectKeyIdentifier(keyIdentifierOf(key)),
      ...(issuer ? [authorityKeyIdentifier(keyIdentifierOf(issuer.key))] : []),
      ...(options.extensions ?? []),
    ],
  };
  return { key, certificate: parseCertificate(signCertificate(fields, issuer?.key ?? key)) };
};

const authorityExtensions = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')];

export const issueRoot = (options: IssueOptions = {}): Promise<Issued> =>
  issue('Root', undefined, { ...options, extensions: options.extensions ?? authorityExtensions });

export const issueAuthority = (issuer: Issued, name: string, options: IssueOptions = {}): Promise<Issued> =>
  issue(name, issuer, { ...options, extensions: [...authorityExtensions, ...(options.extensions ?? [])] });

/** Without the extensions of an authority, or with others instead. */
export const issueUser = (issuer: Issued, name: string, options: IssueOptions = {}): Promise<Issued> =>
  issue(name, issuer, options);

export type ListOptions = Partial<Omit<CrlFields, 'revoked'>> & {
  readonly revoked?: readonly (readonly [Issued, Date, NonNullable<CrlFields['revoked'][number]['reason']>?])[];
};

export const issueCrl = ({ certificate, key }: Issued, { revoked = [], ...options }: ListOptions = {}): Crl =>
  parseCrl(
    signCrl(
      {
        issuer: certificate.subject.der,
        issuerKeyIdentifier: keyIdentifierOf(key),
        thisUpdate: march(10),
        nextUpdate: march(20),
        number: 1,
        ...options,
        revoked: revoked.map(([issued, at, reason]) => ({
          serial: Buffer.from(issued.certificate.serial, 'hex'),
          at,
          ...(reason && { reason }),
        })),
      },
      key,
    ),
  );

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');

/** GeneralName by form (RFC 5280 4.2.1.6). */
export const generalName = {
  rfc822: (value: string) => implicit(1, text(value)),
  dns: (value: string) => implicit(2, text(value)),
  directory: (name: Uint8Array) => tagged(4, name),
  uri: (value: string) => implicit(6, text(value)),
  ip: (...octets: number[]) => implicit(7, Uint8Array.from(octets)),
};

export const subjectAltName = (...names: readonly Uint8Array[]): Uint8Array =>
  extension('2.5.29.17', sequence(...names));

export const nameConstraints = (permitted: readonly Uint8Array[], excluded: readonly Uint8Array[] = []): Uint8Array => {
  const subtrees = (number: number, bases: readonly Uint8Array[]): Uint8Array[] =>
    bases.length > 0 ? [tagged(number, ...bases.map((base) => sequence(base)))] : [];
  return extension('2.5.29.30', sequence(...subtrees(0, permitted), ...subtrees(1, excluded)), true);
};

/** IssuingDistributionPoint (RFC 5280 5.2.5). */
export const issuingPoint = (options: {
  reasons?: readonly number[];
  indirect?: boolean;
  onlyUsers?: boolean;
}): Uint8Array => {
  const flag = (number: number): Uint8Array => implicit(number, boolean(true).subarray(2));
  return extension(
    '2.5.29.28',
    sequence(
      ...(options.onlyUsers === true ? [flag(1)] : []),
      ...(options.reasons ? [implicit(3, namedBits(...options.reasons).subarray(2))] : []),
      ...(options.indirect === true ? [flag(4)] : []),
    ),
    true,
  );
};

/** An unknown extension. */
export const unknownExtension = (critical: boolean): Uint8Array => extension('1.2.398.3.3.99', element(0x05), critical);
