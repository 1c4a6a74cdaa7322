import { implicit, nothing, oid, sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { basicConstraints, certificatePolicies, extension, keyUsage } from '../../../lib/local/authority/extension.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';
import { deepened, listOf, stamped } from '../additions.ts';
import { at, day } from '../blueprint.ts';
import { failing, flipLast, harmless, open, type Spoil } from '../spoil.ts';
import { signingBySha1 } from '../../../bin/fuzz/evidence/signing-by.ts';
import { shortRsaKey } from '../weak-keys.ts';

const badSignature = 'certificate-signature';

const qualifiedPolicy = (qualifier: string, critical: boolean): Uint8Array =>
  extension('2.5.29.32', sequence(sequence(oid('2.5.29.32.0'), sequence(sequence(oid(qualifier), nothing)))), critical);

const finding: readonly Spoil[] = [
  failing('no pinned anchor', 'path-found/root-not-pinned', (b) => {
    b.pinned = 'nobody';
  }),
  failing('an anchor that is pinned for timestamps alone', 'path-found/anchor-purpose', (b) => {
    b.pinnedFor = ['timestamps', 'revocation'];
  }),
  failing('a timestamp under an anchor that is pinned for persons alone', 'path-found/anchor-purpose', (b) => {
    stamped(b);
    b.pinnedFor = ['persons'];
  }),
  harmless('an anchor that is pinned for persons alone', (b) => {
    b.pinnedFor = ['persons'];
  }),
  open('without the intermediate certificate', 'path-found/issuer-not-found', (b) => {
    b.knowsIntermediates = false;
  }),
  open('an issuer whom nobody knows', 'path-found/issuer-not-found', (b) => {
    b.person.issuer = distinguishedName(['commonName', 'NOBODY'], ['country', 'KZ']);
  }),
  failing("the signer's own certificate pinned", 'path-found/path-empty', (b) => {
    b.pinned = 'person';
  }),
  failing('a self-signed signer who is no anchor', 'path-found/root-not-pinned', (b) => {
    b.person.issuer = b.person.subject;
    b.person.signedBy = b.person.key;
  }),
  open('a path that ends in the forged name of somebody who signed himself', 'path-found/issuer-not-found', (b) => {
    b.person.issuer = distinguishedName(['commonName', 'NOBODY'], ['country', 'KZ']);
    b.others.push({ ...b.root, subject: b.person.issuer, issuer: b.person.issuer });
  }),
  harmless('certificates of issuers in the signature', (b) => {
    b.knowsIntermediates = false;
    b.cms.carried = { certificates: [b.nca], crls: [], ocsps: [] };
  }),
  harmless('a path of two intermediates', (b) => {
    deepened(b);
  }),
];

const signatures: readonly Spoil[] = [
  failing("a bit of the certificate's signature turned", badSignature, (b) => {
    b.person.edit = flipLast;
  }),
  failing('a certificate that a stranger made in the name of the authority', badSignature, (b) => {
    b.person.signedBy = b.world.keys.stranger;
  }),
  failing('a certificate that its owner signed himself', badSignature, (b) => {
    b.person.signedBy = b.person.key;
  }),
  failing("a bit of the intermediate's signature turned", badSignature, (b) => {
    b.nca.edit = flipLast;
  }),
  failing("a stranger's intermediate in the name of the authority", badSignature, (b) => {
    b.nca.signedBy = b.world.keys.stranger;
  }),
  failing('an intermediate with a key that did not sign', badSignature, (b) => {
    b.nca.key = b.world.keys.stranger;
  }),
  open('another certificate in the place of the anchor', 'path-found/issuer-not-found', (b) => {
    b.pinned = 'nobody';
    b.root.key = b.world.keys.stranger;
  }),
  open(
    'signed in an algorithm that is not verified',
    'certificate-signature/signature-unsupported',
    (b) => {
      b.person.signedBy = {
        ...b.person.signedBy,
        signatureAlgorithm: sequence(oid('1.2.398.3.10.1.1.2.3.1'), nothing),
      };
    },
    { also: ['path-algorithms/algorithm-not-allowed'] },
  ),
];

const validity: readonly Spoil[] = [
  failing('an expired certificate', 'certificate-validity/certificate-expired', (b) => {
    b.person.notAfter = at(-day);
  }),
  failing(
    'a certificate that is not yet valid',
    ['certificate-validity/certificate-not-yet-valid', 'certificate-not-revoked/crl-older-than-certificate'],
    (b) => {
      b.person.notBefore = at(day);
    },
  ),
  harmless('a certificate in its last second', (b) => {
    b.person.notAfter = b.now;
  }),
  failing('a certificate a second after its end', 'certificate-validity/certificate-expired', (b) => {
    b.person.notAfter = at(-1000);
  }),
  failing('an expired intermediate', 'certificate-validity/certificate-expired', (b) => {
    b.nca.notAfter = at(-day);
  }),
  failing(
    'an intermediate that is not yet valid',
    ['certificate-validity/certificate-not-yet-valid', 'certificate-not-revoked/crl-older-than-certificate'],
    (b) => {
      b.nca.notBefore = at(day);
    },
  ),
];

const unknownExtension = extension('1.2.3.4.5', nothing, true);
/** NameConstraints: 0 permits, 1 excludes names with this beginning (RFC 5280 4.2.1.10). */
const subtree = (kind: 0 | 1, name: Uint8Array): Uint8Array =>
  extension('2.5.29.30', sequence(tagged(kind, sequence(tagged(4, name)))), true);

const constraints: readonly Spoil[] = [
  failing('an issuer that is no authority', 'issuer-is-authority', (b) => {
    b.nca.extensions.set('basicConstraints', basicConstraints(false));
  }),
  failing('an issuer that does not say that it is an authority', 'issuer-is-authority', (b) => {
    b.nca.extensions.delete('basicConstraints');
  }),
  failing('more intermediates than the path length allows', 'issuer-path-length', (b) => {
    deepened(b);
    b.nca.extensions.set('basicConstraints', basicConstraints(true, 0));
  }),
  harmless('as many intermediates as the path length allows', (b) => {
    deepened(b);
    b.nca.extensions.set('basicConstraints', basicConstraints(true, 1));
  }),
  failing('an issuer that may sign lists only', 'issuer-may-sign-certificates', (b) => {
    b.nca.extensions.set('keyUsage', keyUsage('cRLSign'));
  }),
  failing('an unknown critical extension', 'critical-extensions-known', (b) => {
    b.person.extensions.set('unknown', unknownExtension);
  }),
  failing('an unknown critical extension of the intermediate', 'critical-extensions-known', (b) => {
    b.nca.extensions.set('unknown', unknownExtension);
  }),
  failing('critical policies with a qualifier that nobody knows', 'critical-extensions-known', (b) => {
    b.nca.extensions.set('certificatePolicies', qualifiedPolicy('1.2.3.4.5', true));
  }),
  harmless('critical policies with a known qualifier', (b) => {
    b.nca.extensions.set('certificatePolicies', qualifiedPolicy('1.3.6.1.5.5.7.2.1', true));
  }),
  harmless('policies that are not critical with a qualifier that nobody knows', (b) => {
    b.nca.extensions.set('certificatePolicies', qualifiedPolicy('1.2.3.4.5', false));
  }),
  harmless('an unknown extension that is not critical', (b) => {
    b.person.extensions.set('unknown', extension('1.2.3.4.5', nothing));
  }),
  failing('a name outside of the permitted ones', 'certificate-names-permitted/name-not-permitted', (b) => {
    b.nca.extensions.set('names', subtree(0, distinguishedName(['country', 'KZ'])));
  }),
  failing('an excluded name', 'certificate-names-permitted/name-not-permitted', (b) => {
    b.nca.extensions.set('names', subtree(1, distinguishedName(['commonName', 'ДЕМО АЗАМАТ'])));
  }),
  harmless('a permitted name', (b) => {
    b.nca.extensions.set('names', subtree(0, distinguishedName(['commonName', 'ДЕМО АЗАМАТ'])));
  }),
];

const policies: readonly Spoil[] = [
  failing('no policy where one is required', ['certificate-policy-known', 'path-policy-accepted'], (b) => {
    b.nca.extensions.set('certificatePolicies', certificatePolicies('1.2.398.3.3.1.1'));
    b.nca.extensions.set('policyConstraints', extension('2.5.29.36', sequence(implicit(0, Uint8Array.of(0))), true));
  }),
  failing('any policy mapped', 'issuer-policy-mappings', (b) => {
    const anyPolicy = oid('2.5.29.32.0');
    b.nca.extensions.set('mappings', extension('2.5.29.33', sequence(sequence(anyPolicy, oid('1.2.398.3.3.2')))));
  }),
];

const algorithms: readonly Spoil[] = [
  open(
    'a certificate signed by SHA-1',
    'path-algorithms/algorithm-weak',
    (b) => {
      b.person.signedBy = signingBySha1(b.person.signedBy);
    },
    { families: ['rsa', 'ecdsa'] },
  ),
  open(
    'an authority with an RSA key of 1024 bits',
    'path-algorithms/key-too-short',
    (b) => {
      b.nca.key = shortRsaKey;
      b.person.signedBy = shortRsaKey;
      listOf(b).signedBy = shortRsaKey;
    },
    { families: ['rsa'] },
  ),
];

export const pathSpoils: readonly Spoil[] = [
  ...finding,
  ...signatures,
  ...validity,
  ...constraints,
  ...policies,
  ...algorithms,
];
