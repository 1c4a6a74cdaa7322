import { findDigest, findSignatureAlgorithm } from '../lib/eds/algorithms.ts';
import { attempt } from '../lib/eds/attempt.ts';
import type { Attribute } from '../lib/eds/cms/attributes.ts';
import { cmsOids } from '../lib/eds/cms/oids.ts';
import { algorithmName } from '../lib/eds/cms/signer-algorithm.ts';
import { parseSignedData, type SignedData } from '../lib/eds/cms/signed-data.ts';
import { parseCrl, type Crl } from '../lib/eds/crl/crl.ts';
import { toHex } from '../lib/eds/der.ts';
import { recogniseForeign } from '../lib/eds/foreign.ts';
import type { Name } from '../lib/eds/name.ts';
import { parseOcspResponse, type OcspResponse } from '../lib/eds/ocsp/response.ts';
import { readSignerIdentity } from '../lib/eds/person.ts';
import { problemTexts } from '../lib/eds/texts.ts';
import { readHashIndex } from '../lib/eds/tsp/hash-index.ts';
import { parseTimestampResponse, parseTimestampToken, type TimestampToken } from '../lib/eds/tsp/timestamp-token.ts';
import { parseCertificate, type Certificate } from '../lib/eds/x509/certificate.ts';
import { readDerFile } from './eds-files.ts';
import { UsageError } from './eds-usage.ts';

/** `eds inspect`: says what a file is, without verifying anything. Exit code 1 if it is of no known kind. */
export function inspectCommand(args: readonly string[]): number {
  const [path, ...surplus] = args;
  if (path === undefined || surplus.length > 0) throw new UsageError('inspect takes one FILE');
  const der = readDerFile(path);
  const lines = describe(der);
  process.stdout.write(`${(lines ?? [describeForeign(der)]).join('\n')}\n`);
  return lines === undefined ? 1 : 0;
}

/** Another kind that is known by its beginning, or an unknown kind. */
function describeForeign(der: Uint8Array): string {
  const kind = recogniseForeign(der);
  if (kind !== undefined) return problemTexts[kind].en.replace(/^./u, (letter) => letter.toUpperCase());
  return 'Nothing that is known here: no certificate, signature, revocation list, OCSP answer or timestamp.';
}

function describe(der: Uint8Array): readonly string[] | undefined {
  const kinds = [
    () => describeCertificate(parseCertificate(der)),
    () => describeTimestamp(parseTimestampResponse(der)),
    () => describeTimestamp(parseTimestampToken(der)),
    () => describeSignedData(parseSignedData(der)),
    () => describeCrl(parseCrl(der)),
    () => describeOcsp(parseOcspResponse(der)),
  ];
  for (const kind of kinds) {
    const lines = attempt(kind);
    if (lines !== undefined) return lines;
  }
  return undefined;
}

const nameText = ({ attributes }: Name): string => attributes.map(({ value }) => value).join(' / ');
const algorithmText = (identifier: { oid: string; parameters?: Uint8Array }): string =>
  algorithmName(identifier) ?? identifier.oid;
const period = (from: Date, to: Date | undefined): string =>
  `${from.toISOString()} … ${to?.toISOString() ?? 'not said'}`;

function describeCertificate(certificate: Certificate): readonly string[] {
  const { extensions, publicKey } = certificate;
  const identity = readSignerIdentity(certificate);
  const optional = (label: string, values: Iterable<string> | undefined): string[] =>
    values ? [`  ${label}: ${[...values].join(', ')}`] : [];
  return [
    'Certificate',
    `  subject: ${nameText(certificate.subject)}`,
    `  issuer: ${nameText(certificate.issuer)}`,
    `  serial number: ${certificate.serial}`,
    `  valid: ${period(certificate.notBefore, certificate.notAfter)}`,
    `  key: ${findSignatureAlgorithm(publicKey.algorithm.oid)?.name ?? publicKey.algorithm.oid}`,
    `  signed by: ${algorithmText(certificate.signatureAlgorithm)}`,
    `  SHA-256: ${certificate.fingerprint}`,
    `  person: ${identity.kind}${identity.roles.map((role) => `, ${role}`).join('')}`,
    ...optional('key usage', extensions.keyUsage),
    ...optional('extended key usage', extensions.extendedKeyUsage),
    ...optional(
      'policies',
      extensions.certificatePolicies?.map(({ policy }) => policy),
    ),
    `  certification authority: ${extensions.basicConstraints?.ca === true ? 'yes' : 'no'}`,
    ...optional(
      'unknown critical extensions',
      certificate.unknownCritical.length > 0 ? certificate.unknownCritical : undefined,
    ),
  ];
}

function describeSignedData({
  version,
  contentType,
  content,
  certificates,
  crls,
  ocsps,
  signers,
}: SignedData): readonly string[] {
  return [
    `Signature (CMS SignedData, version ${version})`,
    `  content: ${content === undefined ? 'detached' : `${content.length} octets`}, type ${contentType}`,
    `  brings ${certificates.length} certificates, ${crls.length} revocation lists, ${ocsps.length} OCSP answers`,
    ...signers.flatMap(({ sid, digestAlgorithm, signatureAlgorithm, signedAttributes, unsignedAttributes }, index) => [
      `  signer ${index + 1}: ${sid.kind === 'key-identifier' ? `key ${sid.keyIdentifier}` : `serial number ${sid.serial} of ${nameText(sid.issuer)}`}`,
      `    digest: ${findDigest(digestAlgorithm.oid)?.name ?? digestAlgorithm.oid}, signature: ${algorithmText(signatureAlgorithm)}`,
      `    signed attributes: ${signedAttributes?.map(({ oid }) => oid).join(', ') ?? 'none'}`,
      `    unsigned attributes: ${unsignedAttributes.map(({ oid }) => oid).join(', ') || 'none'}`,
      ...unsignedAttributes.flatMap(describeStamps),
    ]),
  ];
}

const stamps: Readonly<Record<string, string>> = {
  [cmsOids.signatureTimestamp]: 'timestamp',
  [cmsOids.archiveTimestamp]: 'archive timestamp',
};

/** The time of each timestamp in an attribute, and what an archive timestamp covers. */
function describeStamps({ oid, values }: Attribute): readonly string[] {
  const kind = stamps[oid];
  if (kind === undefined) return [];
  return values.map(({ raw }) => {
    const token = attempt(() => parseTimestampToken(raw));
    if (token === undefined) return `    ${kind}: unreadable`;
    const index = attempt(() => readHashIndex(token.signedData.signers[0]?.unsignedAttributes ?? []));
    const covered = index
      ? `, covers ${index.certificates.length} certificates, ${index.revocations.length} lists and answers, ${index.attributes.length} attributes`
      : '';
    return `    ${kind}: ${token.info.genTime.toISOString()}${covered}`;
  });
}

function describeCrl({
  issuer,
  thisUpdate,
  nextUpdate,
  entries,
  extensions,
  signatureAlgorithm,
}: Crl): readonly string[] {
  return [
    extensions.deltaCrlIndicator === undefined ? 'Revocation list' : 'Delta revocation list',
    `  issuer: ${nameText(issuer)}`,
    `  made … next: ${period(thisUpdate, nextUpdate)}`,
    `  lines: ${entries.size}`,
    `  number: ${extensions.crlNumber ?? 'not said'}`,
    `  signed by: ${algorithmText(signatureAlgorithm)}`,
  ];
}

function describeOcsp({ responderId, producedAt, responses, signatureAlgorithm }: OcspResponse): readonly string[] {
  return [
    'OCSP answer',
    `  responder: ${responderId.kind === 'name' ? nameText(responderId.name) : `key ${responderId.keyHash}`}`,
    `  made: ${producedAt.toISOString()}`,
    `  signed by: ${algorithmText(signatureAlgorithm)}`,
    ...responses.map(({ certId, status, thisUpdate, nextUpdate }) => {
      const since =
        status.kind === 'revoked' ? ` since ${status.revokedAt.toISOString()}, reason ${status.reason ?? 0}` : '';
      return `  serial number ${certId.serial}: ${status.kind}${since} (${period(thisUpdate, nextUpdate)})`;
    }),
  ];
}

function describeTimestamp({ info, signedData }: TimestampToken): readonly string[] {
  const digest = findDigest(info.hashAlgorithm.oid)?.name ?? info.hashAlgorithm.oid;
  return [
    'Timestamp',
    `  time: ${info.genTime.toISOString()}`,
    `  policy: ${info.policy}`,
    `  of ${digest}: ${toHex(info.hashedMessage)}`,
    `  nonce: ${info.nonce ?? 'none'}`,
    `  signed by: ${signedData.signers.map(({ signatureAlgorithm }) => algorithmText(signatureAlgorithm)).join(', ')}`,
  ];
}
