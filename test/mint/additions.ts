import { createHash } from 'node:crypto';
import { authorityIdentifierOf } from '../../lib/local/authority/certificate.ts';
import { intermediateExtensions } from '../../lib/local/authority/profile.ts';
import {
  contentTypeAttribute,
  contentTypes,
  messageDigestAttribute,
  signingCertificateV2,
  signingTimeAttribute,
} from '../../lib/signing/signer-info.ts';
import { authorityKeyIdentifier, subjectKeyIdentifier } from '../../lib/local/authority/extension.ts';
import { distinguishedName, personDistinguishedName } from '../../lib/local/authority/name.ts';
import { at, day, minute, names, serialOf } from './blueprint.ts';
import type { SigningKey } from '../../lib/signing/signing-key.ts';
import type {
  ArchivePlan,
  Blueprint,
  CertificatePlan,
  CrlPlan,
  OcspPlan,
  Signed,
  SignerPlan,
  TimestampPlan,
} from './plans.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** A good timestamp of this time. */
function timestampOf(key: SigningKey, genTime: Date): TimestampPlan {
  return {
    key,
    genTime,
    contentType: contentTypes.timestamp,
    policy: '1.2.398.3.3.2.6.2',
    withCertificate: true,
    more: [],
    imprint: (signature) => ({ algorithm: key.digestAlgorithm, digest: key.digest(signature) }),
    attributes: new Map<string, (signed: Signed) => Uint8Array>([
      ['contentType', () => contentTypeAttribute(contentTypes.timestamp)],
      ['signingTime', () => signingTimeAttribute(genTime)],
      ['signingCertificate', ({ certificate }) => signingCertificateV2(certificate, sha256)],
      ['messageDigest', ({ digest }) => messageDigestAttribute(digest)],
    ]),
    namedBy: 'issuerAndSerial',
  };
}

/** Adds a good timestamp over the signature value, a minute old. */
export function stamped(blueprint: Blueprint): TimestampPlan {
  blueprint.timestamp ??= timestampOf(blueprint.world.keys.tsa, at(-minute));
  return blueprint.timestamp;
}

/** Adds a good archive timestamp of this time by an authority of its own, whose certificate outlives the present. */
export function archived(blueprint: Blueprint, genTime = at(-minute)): ArchivePlan & { authority: CertificatePlan } {
  const key = blueprint.world.keys.stranger;
  const authority = {
    ...blueprint.tsa,
    serial: serialOf('stranger'),
    subject: archivist,
    key,
    notAfter: at(300 * day),
  };
  const plan = { ...timestampOf(key, genTime), authority };
  blueprint.archives.push(plan);
  return plan;
}

const archivist = distinguishedName(['country', 'KZ'], ['commonName', 'MINT ARCHIVE']);

/**
 * Adds a good OCSP answer about the person and removes the NCA's list, so that nothing else says anything about them.
 */
export function answered(blueprint: Blueprint): OcspPlan {
  delete blueprint.ncaCrl;
  blueprint.ocsp ??= {
    status: 'good',
    serial: blueprint.person.serial,
    certIdDigest: 'sha256',
    issuer: 'nca',
    thisUpdate: at(-minute),
    producedAt: at(-minute),
    extendedRevoke: true,
    namedBy: 'name',
    withCertificate: true,
    signedBy: blueprint.world.keys.ocsp,
  };
  return blueprint.ocsp;
}

/** Adds an answer beside the lists. */
export function answeredBeside(blueprint: Blueprint, more: Partial<OcspPlan> = {}): OcspPlan {
  const list = listOf(blueprint);
  const before = blueprint.ocsp;
  delete blueprint.ocsp;
  const plan = { ...answered(blueprint), ...more };
  if (before === undefined) delete blueprint.ocsp;
  else blueprint.ocsp = before;
  blueprint.ncaCrl = list;
  blueprint.moreOcsps.push(plan);
  return plan;
}

/** Adds a list of the NCA beside the present one. */
export function listedBeside(blueprint: Blueprint, more: Partial<CrlPlan>): CrlPlan {
  const plan = { ...listOf(blueprint), revoked: [], more: [], ...more };
  blueprint.moreCrls.push(plan);
  return plan;
}

/** Adds a delta list to the NCA's complete one, without changes in it. */
export function withDelta(blueprint: Blueprint): CrlPlan {
  blueprint.deltaCrl ??= { ...listOf(blueprint), number: 8, deltaOf: 7, thisUpdate: at(-minute), more: [] };
  return blueprint.deltaCrl;
}

/** The NCA's list. */
export function listOf(blueprint: Blueprint): CrlPlan {
  if (blueprint.ncaCrl === undefined) throw new TypeError('the list has been taken away');
  return blueprint.ncaCrl;
}

/** Puts one more authority between the NCA and the person. */
export function deepened(blueprint: Blueprint): CertificatePlan {
  const { keys } = blueprint.world;
  const own = authorityIdentifierOf(keys.sub.spki);
  const extensions = intermediateExtensions(
    { own, issuer: authorityIdentifierOf(keys.nca.spki) },
    { crl: 'http://x/' },
  );
  blueprint.sub = {
    ...blueprint.nca,
    serial: serialOf('sub'),
    issuer: names.nca,
    subject: names.sub,
    key: keys.sub,
    signedBy: keys.nca,
    extensions: new Map([
      ['basicConstraints', extensions[0]!],
      ...extensions.slice(1).map((e, i) => [`${i}`, e] as const),
    ]),
  };
  blueprint.subCrl = { ...listOf(blueprint), issuer: names.sub, issuerKeyIdentifier: own, signedBy: keys.sub };
  blueprint.person.issuer = names.sub;
  blueprint.person.signedBy = keys.sub;
  blueprint.person.extensions.set('authorityKeyIdentifier', authorityKeyIdentifier(own));
  return blueprint.sub;
}

/** Adds a colleague's signature, with a certificate of the same authority; their plans can be spoilt. */
export function coSigned(blueprint: Blueprint): { plan: SignerPlan; certificate: CertificatePlan } {
  const key = blueprint.world.keys.stranger;
  const certificate: CertificatePlan = {
    ...blueprint.person,
    serial: serialOf('stranger'),
    subject: personDistinguishedName({ surname: 'Демо', firstName: 'Серік', iin: colleagueIin }),
    key,
    extensions: new Map(blueprint.person.extensions).set(
      'subjectKeyIdentifier',
      subjectKeyIdentifier(key.spki.slice(-20)),
    ),
  };
  const plan: SignerPlan = { key, attributes: new Map(blueprint.cms.attributes), namedBy: 'issuerAndSerial' };
  blueprint.cms.second = { plan, certificate };
  blueprint.expected = { ...blueprint.expected, coSigners: [colleagueIin] };
  return { plan, certificate };
}

const colleagueIin = '840621390313';
