import { createHash } from 'node:crypto';
import { readDer, readOid } from '../../lib/eds/der.ts';
import { kzNca } from '../../lib/eds/profiles/profile.ts';
import { authorityIdentifierOf, userIdentifierOf } from '../../lib/local/authority/certificate.ts';
import { distinguishedName, personDistinguishedName } from '../../lib/local/authority/name.ts';
import {
  intermediateExtensions,
  ocspResponderExtensions,
  personExtensions,
  rootExtensions,
  timestampExtensions,
} from '../../lib/local/authority/profile.ts';
import {
  contentTypeAttribute,
  contentTypes,
  messageDigestAttribute,
  signingTimeAttribute,
} from '../../lib/signing/signer-info.ts';
import type { Blueprint, CertificatePlan, CrlPlan, ExtensionName, Signed } from './plans.ts';
import type { Holder, World } from './world.ts';

export const now = new Date('2026-03-01T12:00:00Z');
export const day = 24 * 3600 * 1000;
export const minute = 60 * 1000;
/** This many milliseconds after (or, negative, before) the time of verification. */
export const at = (after: number): Date => new Date(now.getTime() + after);

export const iin = '900315390115';
export const bin = '120140900101';
const addresses = { crl: 'http://demo-authority.localhost/crl/mint.crl' };

export const names = {
  root: distinguishedName(['commonName', 'MINT ROOT'], ['country', 'KZ']),
  nca: distinguishedName(['country', 'KZ'], ['commonName', 'MINT NCA']),
  sub: distinguishedName(['country', 'KZ'], ['commonName', 'MINT SUB']),
  ocsp: distinguishedName(['country', 'KZ'], ['commonName', 'MINT OCSP']),
  tsa: distinguishedName(['country', 'KZ'], ['commonName', 'MINT TSA']),
  person: personDistinguishedName({ surname: 'Демо', firstName: 'Азамат', patronymic: 'Үлгіұлы', iin }),
} as const;

const extensionNames: Readonly<Record<string, ExtensionName>> = {
  '2.5.29.14': 'subjectKeyIdentifier',
  '2.5.29.15': 'keyUsage',
  '2.5.29.19': 'basicConstraints',
  '2.5.29.31': 'crlDistributionPoints',
  '2.5.29.32': 'certificatePolicies',
  '2.5.29.35': 'authorityKeyIdentifier',
  '2.5.29.37': 'extendedKeyUsage',
  '1.3.6.1.5.5.7.48.1.5': 'ocspNoCheck',
};

const named = (extensions: readonly Uint8Array[]): CertificatePlan['extensions'] =>
  new Map(
    extensions.map((extension) => {
      const identifier = readOid(readDer(extension).children[0]!);
      return [extensionNames[identifier] ?? identifier, extension];
    }),
  );

export const serialOf = (holder: Holder): Uint8Array => {
  const serial = createHash('sha1').update(holder).digest();
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  return new Uint8Array(serial);
};

/** Everything right: an attached signature of an individual, valid path, fresh lists. */
export function makeBlueprint(world: World): Blueprint {
  const { keys, family } = world;
  const id = (holder: 'root' | 'nca' | 'sub'): Uint8Array => authorityIdentifierOf(keys[holder].spki);
  const identifiers = (holder: Holder) => ({ own: userIdentifierOf(keys[holder].spki), issuer: id('nca') });
  const certificate = (
    holder: Exclude<Holder, 'stranger'>,
    issuer: 'root' | 'nca',
    extensions: readonly Uint8Array[],
  ): CertificatePlan => ({
    serial: serialOf(holder),
    issuer: names[issuer],
    subject: names[holder],
    notBefore: at(-300 * day),
    notAfter: at(300 * day),
    key: keys[holder],
    signedBy: keys[issuer],
    extensions: named(extensions),
  });
  const crl = (issuer: 'root' | 'nca'): CrlPlan => ({
    issuer: names[issuer],
    issuerKeyIdentifier: id(issuer),
    signedBy: keys[issuer],
    thisUpdate: at(-2 * day),
    nextUpdate: at(5 * day),
    number: 7,
    revoked: [],
    more: [],
  });
  return {
    world,
    now,
    profile: { ...kzNca, listsKeepExpired: true },
    pinned: 'root',
    pinnedFor: ['persons', 'timestamps'],
    expected: { iin },
    content: Buffer.from('заявление о выдаче справки'),
    root: certificate('root', 'root', rootExtensions(id('root'))),
    nca: certificate('nca', 'root', intermediateExtensions({ own: id('nca'), issuer: id('root') }, addresses)),
    person: certificate(
      'person',
      'nca',
      personExtensions(family, 'individual', 'signature', identifiers('person'), addresses),
    ),
    ocspResponder: certificate('ocsp', 'nca', ocspResponderExtensions(identifiers('ocsp'))),
    tsa: certificate('tsa', 'nca', timestampExtensions(identifiers('tsa'), addresses)),
    others: [],
    archives: [],
    moreCrls: [],
    moreOcsps: [],
    knowsIntermediates: true,
    rootCrl: crl('root'),
    ncaCrl: crl('nca'),
    cms: {
      key: keys.person,
      attributes: new Map<string, (signed: Signed) => Uint8Array>([
        ['contentType', () => contentTypeAttribute(contentTypes.data)],
        ['signingTime', () => signingTimeAttribute(at(-minute))],
        ['messageDigest', ({ digest }) => messageDigestAttribute(digest)],
      ]),
      namedBy: 'issuerAndSerial',
      contentType: contentTypes.data,
      version: 1,
      attached: true,
      withCertificate: true,
      signers: 1,
      ber: false,
    },
  };
}
