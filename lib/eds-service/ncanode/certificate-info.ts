import { findSignatureAlgorithm } from '../../eds/algorithms.ts';
import { attributeValues, type Name } from '../../eds/name.ts';
import { oids } from '../../eds/oid.ts';
import { readSignerIdentity } from '../../eds/person.ts';
import type { Certificate } from '../../eds/x509/certificate.ts';
import { javaTime, type CertificateInfo, type CertificateSubject } from './answers.ts';
import { writeName } from './distinguished-name.ts';
import type { Standing } from './standing.ts';

/** The words for the extended key usages of the national authority, in the order of its registry. */
const keyUsers: Readonly<Record<string, string>> = {
  '1.2.398.3.3.4.1.1': 'INDIVIDUAL',
  '1.2.398.3.3.4.1.2': 'ORGANIZATION',
  '1.2.398.3.3.4.1.2.1': 'CEO',
  '1.2.398.3.3.4.1.2.2': 'CAN_SIGN',
  '1.2.398.3.3.4.1.2.3': 'CAN_SIGN_FINANCIAL',
  '1.2.398.3.3.4.1.2.4': 'HR',
  '1.2.398.3.3.4.1.2.5': 'EMPLOYEE',
  '1.2.398.3.3.4.2': 'NCA_PRIVILEGES',
  '1.2.398.3.3.4.2.1': 'NCA_ADMIN',
  '1.2.398.3.3.4.2.2': 'NCA_MANAGER',
  '1.2.398.3.3.4.2.3': 'NCA_OPERATOR',
  '1.2.398.3.3.4.3': 'IDENTIFICATION',
  '1.2.398.3.3.4.3.1': 'IDENTIFICATION_CON',
  '1.2.398.3.3.4.3.2': 'IDENTIFICATION_REMOTE',
  '1.2.398.3.3.4.3.2.1': 'IDENTIFICATION_REMOTE_DIGITAL_ID',
};

/** The names of the national provider for Java; another algorithm is named by its OID, as Java does. */
const signatureNames: Readonly<Record<string, string>> = {
  'RSASSA-PKCS1-v1_5-SHA-1': 'SHA1WithRSAEncryption',
  'RSASSA-PKCS1-v1_5-SHA-256': 'SHA256WithRSAEncryption',
  'RSASSA-PKCS1-v1_5-SHA-384': 'SHA384WithRSAEncryption',
  'RSASSA-PKCS1-v1_5-SHA-512': 'SHA512WithRSAEncryption',
  'GOST-34.310-2004': 'ECGOST34310',
  'GOST-34.10-2015-256': 'ECGOST3410-2015-256',
  'GOST-34.10-2015-512': 'ECGOST3410-2015-512',
};

/** What a certificate says, and what was found about it. */
export function certificateInfo(certificate: Certificate, { valid, revocations }: Standing): CertificateInfo {
  const { extensions, signatureAlgorithm } = certificate;
  const { iin, bin } = readSignerIdentity(certificate);
  const usages = extensions.extendedKeyUsage ?? new Set<string>();
  return {
    valid,
    revocations,
    notBefore: javaTime(certificate.notBefore),
    notAfter: javaTime(certificate.notAfter),
    keyUsage: keyUsageOf(certificate),
    serialNumber: hexNumber(certificate.serial),
    signAlg: signatureNames[findSignatureAlgorithm(signatureAlgorithm.oid)?.name ?? ''] ?? signatureAlgorithm.oid,
    keyUser: Object.entries(keyUsers).flatMap(([oid, word]) => (usages.has(oid) ? word : [])),
    publicKey: Buffer.from(certificate.publicKey.der).toString('base64'),
    signature: Buffer.from(certificate.signature).toString('base64'),
    subject: subjectOf(certificate.subject, { ...(iin !== undefined && { iin }), ...(bin !== undefined && { bin }) }),
    issuer: subjectOf(certificate.issuer),
  };
}

function keyUsageOf({ extensions: { keyUsage } }: Certificate): CertificateInfo['keyUsage'] {
  if (keyUsage?.has('digitalSignature') !== true) return 'UNKNOWN';
  if (keyUsage.has('nonRepudiation')) return 'SIGN';
  return keyUsage.has('keyEncipherment') ? 'AUTH' : 'UNKNOWN';
}

/** Two's complement in hex to what `BigInteger.toString(16)` writes. */
const hexNumber = (octets: string): string => BigInt.asIntN(octets.length * 4, BigInt(`0x${octets}`)).toString(16);

function subjectOf(name: Name, numbers: Pick<CertificateSubject, 'iin' | 'bin'> = {}): CertificateSubject {
  const { attribute } = oids;
  const first = <Field extends string>(field: Field, oid: string) => {
    const [value] = attributeValues(name, oid);
    return value === undefined ? {} : ({ [field]: value } as Partial<Record<Field, string>>);
  };
  return {
    ...first('commonName', attribute.commonName),
    // The authority writes the patronymic here.
    ...first('lastName', attribute.givenName),
    ...first('surName', attribute.surname),
    ...first('email', attribute.email),
    ...first('organization', attribute.organisation),
    ...numbers,
    ...first('country', attribute.country),
    ...first('locality', attribute.locality),
    ...first('state', attribute.state),
    dn: writeName(name),
  };
}
