import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cmsOids } from '../../../../lib/eds/cms/oids.ts';
import { bindsCertificate } from '../../../../lib/eds/cms/signing-certificate.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { element, octetString, oid, sequence } from '../../../../lib/signing/der-writer.ts';
import { generalName, issueRoot, issueUser, nameOf, type Issued } from '../path/issue.ts';
import { Work } from '../../../../lib/eds/work.ts';

let root: Issued;
let user: Issued;
beforeAll(async () => {
  root = await issueRoot();
  user = await issueUser(root, 'User');
});

const versions = { 1: cmsOids.signingCertificate, 2: cmsOids.signingCertificateV2 };
const hash = (digest: string, { certificate } = user) =>
  octetString(createHash(digest).update(certificate.der).digest());
/** The attribute of ESS whose first identifier has these fields (RFC 5035 sections 3 and 4). */
const attribute = (version: 1 | 2, ...identifier: readonly Uint8Array[]) => ({
  oid: versions[version],
  type: readDer(oid(versions[version])),
  values: [readDer(sequence(sequence(sequence(...identifier))))],
});
const binds = (...attributes: readonly ReturnType<typeof attribute>[]) =>
  bindsCertificate(attributes, user.certificate, new Work());
/** IssuerSerial: GeneralNames and a number. */
const issuerSerial = (name: Uint8Array, serial = Buffer.from(user.certificate.serial, 'hex')) =>
  sequence(sequence(generalName.dns('nobody.kz'), generalName.directory(name)), element(0x02, serial));

describe('the attribute that names the signing certificate', () => {
  it('is absent, or has the hash of the certificate', () => {
    expect(binds()).toBeUndefined();
    expect(binds(attribute(1, hash('sha1')))).toBe(true);
    expect(binds(attribute(2, hash('sha256')))).toBe(true);
    expect(binds(attribute(1, hash('sha1', root)))).toBe(false);
    expect(binds(attribute(2, hash('sha256', root)))).toBe(false);
  });

  it('is valid in both versions if both are present', () => {
    expect(binds(attribute(1, hash('sha1')), attribute(2, hash('sha256')))).toBe(true);
    expect(binds(attribute(1, hash('sha1', root)), attribute(2, hash('sha256')))).toBe(false);
    expect(binds(attribute(1, hash('sha1')), attribute(2, hash('sha256', root)))).toBe(false);
  });

  it('names its digest in version 2, SHA-256 by default', () => {
    const sha512 = sequence(oid('2.16.840.1.101.3.4.2.3'));
    expect(binds(attribute(2, sha512, hash('sha512')))).toBe(true);
    expect(binds(attribute(2, sha512, hash('sha256')))).toBe(false);
    expect(binds(attribute(2, sequence(oid('1.2.3')), hash('sha256')))).toBe(false);
    expect(() => binds(attribute(1, sequence(oid('1.3.14.3.2.26')), hash('sha1')))).toThrow(EdsRefusal);
  });

  it('must match the issuer and serial number that it gives', () => {
    const own = root.certificate.subject.der;
    const other = Buffer.from('40ffff', 'hex');
    expect(binds(attribute(2, hash('sha256'), issuerSerial(own)))).toBe(true);
    expect(binds(attribute(2, hash('sha256'), issuerSerial(nameOf('Other'))))).toBe(false);
    expect(binds(attribute(2, hash('sha256'), issuerSerial(own, other)))).toBe(false);
    expect(binds(attribute(1, hash('sha1'), issuerSerial(own)))).toBe(true);
    expect(binds(attribute(1, hash('sha1'), issuerSerial(own, other)))).toBe(false);
  });

  it('names at least one certificate and contains nothing else', () => {
    const nobody = { oid: versions[2], type: readDer(oid(versions[2])), values: [readDer(sequence(sequence()))] };
    expect(() => bindsCertificate([nobody], user.certificate, new Work())).toThrow(
      new EdsRefusal('cms-attribute-malformed', 0),
    );
    expect(() => binds(attribute(2, hash('sha256'), hash('sha256')))).toThrow(EdsRefusal);
  });
});
