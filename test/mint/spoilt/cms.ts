import { nothing, integer, oid, octetString, sequence, setOf, utf8String } from '../../../lib/signing/der-writer.ts';
import {
  attribute,
  contentTypeAttribute,
  contentTypes,
  messageDigestAttribute,
  retagged,
  signingCertificateV1,
  signingCertificateV2,
  signingTimeAttribute,
} from '../../../lib/signing/signer-info.ts';
import { sha256 } from '../additions.ts';
import { at, day } from '../blueprint.ts';
import { mintCertificate } from '../mint-certificate.ts';
import type { Blueprint } from '../plans.ts';
import { failing, flipLast, harmless, type Spoil } from '../spoil.ts';

/** Replaces the first occurrence of these octets. */
const replaced = (from: Uint8Array, to: Uint8Array) => (der: Uint8Array) => {
  const at = Buffer.from(der).indexOf(from);
  if (at < 0) throw new TypeError('nothing to replace');
  return Uint8Array.from([...der.subarray(0, at), ...to, ...der.subarray(at + from.length)]);
};

const id = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
};

const lookalike = setOf(contentTypeAttribute(contentTypes.data), messageDigestAttribute(new Uint8Array(32)));

const form: readonly Spoil[] = [
  failing('a CMS cut off before its end', 'cms-form/der-truncated', (b) => {
    b.cms.editCms = (der) => der.subarray(0, -1);
  }),
  failing('an octet behind the CMS', 'cms-form/der-trailing-bytes', (b) => {
    b.cms.editCms = (der) => Uint8Array.from([...der, 0]);
  }),
  failing('no CMS at all', 'cms-form/der-tag-unexpected', (b) => {
    b.cms.editCms = () => utf8String('подпись');
  }),
  failing('nothing', 'cms-form/der-truncated', (b) => {
    b.cms.editCms = () => new Uint8Array();
  }),
  failing('enveloped instead of signed data', 'cms-form/cms-content-type', (b) => {
    b.cms.editCms = replaced(oid('1.2.840.113549.1.7.2'), oid('1.2.840.113549.1.7.3'));
  }),
  failing('SignedData of version 2', 'cms-form/cms-version', (b) => {
    b.cms.editCms = replaced(integer(1), integer(2));
  }),
  harmless('SignerInfo of version 3 with issuer and serial number', (b) => {
    b.cms.edit = replaced(integer(1), integer(3));
  }),
  harmless('SignerInfo of version 1 with a key identifier', (b) => {
    b.cms.namedBy = 'keyIdentifier';
    b.cms.edit = replaced(integer(3), integer(1));
  }),
  failing('SignerInfo of version 2', 'cms-form/cms-version', (b) => {
    b.cms.edit = replaced(integer(1), integer(2));
  }),
  failing('an attribute without its SET', 'cms-form/der-tag-unexpected', (b) => {
    b.cms.attributes.set('signingTime', () => sequence(oid(id.signingTime), nothing));
  }),
  failing('BER without its last end of contents', 'cms-form/der-truncated', (b) => {
    b.cms.ber = true;
    b.cms.editCms = (der) => der.subarray(0, -2);
  }),
  failing('nobody who signed', 'signers-present/no-signer', (b) => {
    b.cms.signers = 0;
  }),
  harmless('BER of indefinite length', (b) => {
    b.cms.ber = true;
  }),
  harmless('a signer named by key identifier', (b) => {
    b.cms.namedBy = 'keyIdentifier';
  }),
];

const detached = (b: Blueprint): void => {
  b.cms.attached = false;
  b.givenContent = b.content;
};

const content: readonly Spoil[] = [
  harmless('detached', detached),
  failing('a detached signature whose content is not there', 'content/content-missing', (b) => {
    b.cms.attached = false;
  }),
  failing('one without attributes whose content is not there', 'content/content-missing', (b) => {
    b.cms.attached = false;
    b.cms.attributes.clear();
  }),
  failing('another content beside an attached one', 'content/content-differs', (b) => {
    b.givenContent = flipLast(b.content);
  }),
  failing('a detached signature over another content', 'message-digest/digest-differs', (b) => {
    detached(b);
    b.givenContent = flipLast(b.content);
  }),
  failing('a content changed after signing', 'message-digest/digest-differs', (b) => {
    b.cms.editCms = replaced(b.content, flipLast(b.content));
  }),
];

const attributes: readonly Spoil[] = [
  failing('an attribute twice', 'signed-attributes/attribute-duplicate', (b) => {
    b.cms.attributes.set('another', () => signingTimeAttribute(at(-day)));
  }),
  failing('a content type twice', 'signed-attributes/attribute-duplicate', (b) => {
    b.cms.attributes.set('another', () => contentTypeAttribute(contentTypes.data));
  }),
  failing('a message digest twice', 'signed-attributes/attribute-duplicate', (b) => {
    b.cms.attributes.set('another', ({ digest }) => messageDigestAttribute(digest));
  }),
  failing('bound to the certificate twice', 'signed-attributes/attribute-duplicate', (b) => {
    b.cms.attributes.set('one', ({ certificate: der }) => signingCertificateV2(der, sha256));
    b.cms.attributes.set('two', ({ certificate: der }) => signingCertificateV2(der, sha256));
  }),
  failing('a content other than data without attributes', 'signed-attributes/attributes-required', (b) => {
    b.cms.contentType = contentTypes.timestamp;
    b.cms.attributes.clear();
  }),
  failing('a content that reads as attributes', 'signed-attributes/content-looks-like-attributes', (b) => {
    b.content = lookalike;
    b.cms.attributes.clear();
  }),
  harmless('data without attributes', (b) => {
    b.cms.attributes.clear();
  }),
  failing('no content type', 'content-type/attribute-missing', (b) => {
    b.cms.attributes.delete('contentType');
  }),
  failing('another content type', 'content-type/content-type-differs', (b) => {
    b.cms.attributes.set('contentType', () => contentTypeAttribute(contentTypes.timestamp));
  }),
  failing('a content type that is no identifier', 'content-type/attribute-malformed', (b) => {
    b.cms.attributes.set('contentType', () => attribute(id.contentType, integer(1)));
  }),
  failing('two content types in one attribute', 'content-type/attribute-malformed', (b) => {
    b.cms.attributes.set('contentType', () =>
      attribute(id.contentType, oid(contentTypes.data), oid(contentTypes.timestamp)),
    );
  }),
  failing('no message digest', 'message-digest/attribute-missing', (b) => {
    b.cms.attributes.delete('messageDigest');
  }),
  failing('a message digest that is no octet string', 'message-digest/attribute-malformed', (b) => {
    b.cms.attributes.set('messageDigest', () => attribute(id.messageDigest, integer(1)));
  }),
  failing('two message digests in one attribute', 'message-digest/attribute-malformed', (b) => {
    b.cms.attributes.set('messageDigest', ({ digest }) =>
      attribute(id.messageDigest, octetString(digest), octetString(flipLast(digest))),
    );
  }),
  failing('a message digest cut short', 'message-digest/digest-differs', (b) => {
    b.cms.attributes.set('messageDigest', ({ digest }) => messageDigestAttribute(digest.subarray(1)));
  }),
];

const certificate: readonly Spoil[] = [
  failing("without the signer's certificate", 'signer-certificate/certificate-missing', (b) => {
    b.cms.withCertificate = false;
  }),
  failing('a signer of another serial number', 'signer-certificate/certificate-missing', (b) => {
    b.cms.named = mintCertificate({ ...b.person, serial: flipLast(b.person.serial) });
  }),
  failing('a signer of another issuer', 'signer-certificate/certificate-missing', (b) => {
    b.cms.named = mintCertificate({ ...b.person, issuer: b.root.subject });
  }),
  failing('an unknown key identifier', 'signer-certificate/certificate-missing', (b) => {
    b.cms.namedBy = 'keyIdentifier';
    b.cms.named = mintCertificate(b.nca);
    b.knowsIntermediates = false;
  }),
  failing('a certificate that has an extension twice', 'signer-certificate/certificate-missing', (b) => {
    b.person.extensions.set('again', b.person.extensions.get('keyUsage')!);
  }),
  failing('a certificate that names two algorithms', 'signer-certificate/certificate-missing', (b) => {
    const { signedBy } = b.person;
    const inner = signedBy.signatureAlgorithm;
    b.person.edit = replaced(inner, retagged(0x30, flipLast(inner)));
  }),
  harmless('bound to the certificate by its SHA-256', (b) => {
    b.cms.attributes.set('signingCertificate', (signed) => signingCertificateV2(signed.certificate, sha256));
  }),
  failing('bound to another certificate', 'signing-certificate/certificate-hash-differs', (b) => {
    b.cms.attributes.set('signingCertificate', () => signingCertificateV2(mintCertificate(b.nca), sha256));
  }),
  failing('bound to another certificate by SHA-1', 'signing-certificate/certificate-hash-differs', (b) => {
    b.cms.attributes.set('signingCertificate', () =>
      signingCertificateV1(mintCertificate(b.nca), (bytes) => sha256(bytes).subarray(12)),
    );
  }),
  failing('bound by an attribute of another shape', 'signing-certificate/attribute-malformed', (b) => {
    b.cms.attributes.set('signingCertificate', () => attribute('1.2.840.113549.1.9.16.2.47', integer(1)));
  }),
];

export const cmsSpoils: readonly Spoil[] = [...form, ...content, ...attributes, ...certificate];
