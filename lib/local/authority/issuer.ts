import {
  authorityIdentifierOf,
  newSerial,
  signCertificate,
  userIdentifierOf,
  type CertificateFields,
} from './certificate.ts';
import type { Der } from '../../signing/der-writer.ts';
import { generateKey } from './key-pairs.ts';
import { distinguishedName, personDistinguishedName, type PersonName } from './name.ts';
import {
  intermediateExtensions,
  ocspResponderExtensions,
  personExtensions,
  rootExtensions,
  timestampExtensions,
  type Addresses,
  type PersonRole,
} from './profile.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { Signer } from '../../signing/signer-info.ts';
import type { KeyFamily, SigningKey } from '../../signing/signing-key.ts';
import { readIssued } from '../../signing/issued.ts';

/** When a certificate is valid. */
export interface Period {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface IssueOptions extends Period {
  readonly random: RandomSource;
  /** The key to certify; a new one of the issuer's family if absent. */
  readonly key?: SigningKey;
}

export interface PersonOptions extends IssueOptions {
  readonly person: PersonName;
  readonly role: PersonRole;
  readonly purpose?: 'signature' | 'authentication';
  readonly addresses: Addresses;
}

type Contents = Pick<CertificateFields, 'subject' | 'extensions'>;

export async function issueRoot(family: KeyFamily, commonName: string, options: IssueOptions): Promise<Signer> {
  const key = options.key ?? (await generateKey(family, options.random));
  const subject = distinguishedName(['commonName', commonName], ['country', 'KZ']);
  const extensions = rootExtensions(authorityIdentifierOf(key.spki));
  return issue(key, { privateKey: key, name: subject }, { subject, extensions }, options);
}

/** The authority's CAs write C before CN or after it; a chain must compare names by their content. */
export async function issueIntermediate(
  root: Signer,
  commonName: string,
  addresses: Addresses,
  options: IssueOptions,
): Promise<Signer> {
  const key = await keyFor(root, options);
  const subject = distinguishedName(['country', 'KZ'], ['commonName', commonName]);
  const own = authorityIdentifierOf(key.spki);
  const extensions = intermediateExtensions({ own, issuer: identifierOf(root) }, addresses);
  return issue(key, issuerOf(root), { subject, extensions }, options);
}

export async function issuePerson(issuer: Signer, options: PersonOptions): Promise<Signer> {
  const { person, role, purpose = 'signature', addresses } = options;
  const key = await keyFor(issuer, options);
  const identifiers = { own: userIdentifierOf(key.spki), issuer: identifierOf(issuer) };
  const extensions = personExtensions(key.family, role, purpose, identifiers, addresses);
  return issue(key, issuerOf(issuer), { subject: personDistinguishedName(person), extensions }, options);
}

/** A responder to which the issuer of the certificates has delegated (RFC 6960 4.2.2.2). */
export async function issueOcspResponder(issuer: Signer, commonName: string, options: IssueOptions): Promise<Signer> {
  const key = await keyFor(issuer, options);
  const identifiers = { own: userIdentifierOf(key.spki), issuer: identifierOf(issuer) };
  const subject = distinguishedName(['country', 'KZ'], ['commonName', commonName]);
  return issue(key, issuerOf(issuer), { subject, extensions: ocspResponderExtensions(identifiers) }, options);
}

export async function issueTimestampAuthority(
  issuer: Signer,
  commonName: string,
  addresses: Addresses,
  options: IssueOptions,
): Promise<Signer> {
  const key = await keyFor(issuer, options);
  const identifiers = { own: userIdentifierOf(key.spki), issuer: identifierOf(issuer) };
  const subject = distinguishedName(['country', 'KZ'], ['commonName', commonName]);
  return issue(key, issuerOf(issuer), { subject, extensions: timestampExtensions(identifiers, addresses) }, options);
}

const keyFor = async (issuer: Signer, { key, random }: IssueOptions): Promise<SigningKey> =>
  key ?? generateKey(issuer.privateKey.family, random);

/** The issuer's subject key identifier; all our authorities have one. */
export function identifierOf({ certificate }: Signer): Uint8Array {
  const { subjectKeyIdentifier } = readIssued(certificate);
  if (subjectKeyIdentifier === undefined) throw new TypeError('the issuer has no key identifier');
  return subjectKeyIdentifier;
}

const issuerOf = ({ certificate, privateKey }: Signer) => ({ privateKey, name: readIssued(certificate).subject });

function issue(
  key: SigningKey,
  issuer: { readonly privateKey: SigningKey; readonly name: Uint8Array },
  contents: Contents,
  { notBefore, notAfter, random }: IssueOptions,
): Signer {
  const fields = { ...contents, serial: newSerial(random), issuer: issuer.name, notBefore, notAfter, spki: key.spki };
  const certificate: Der = signCertificate(fields, issuer.privateKey, random);
  return { certificate, privateKey: key };
}
