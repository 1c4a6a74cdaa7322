import { answered, coSigned, listOf } from '../additions.ts';
import { at, day, iin } from '../blueprint.ts';
import { mintCertificate } from '../mint-certificate.ts';
import { failing, flipLast, harmless, open, signingWrongly, type Spoil } from '../spoil.ts';

/** Several signers of one CMS: the worst of them is the verdict. */
export const signersSpoils: readonly Spoil[] = [
  harmless('a co-signer who may', (b) => {
    coSigned(b);
  }),
  failing('somebody signed besides who may not', 'person-matches/iin-differs', (b) => {
    coSigned(b);
    b.expected = { iin, coSigners: [] };
  }),
  failing("a co-signer's signature with a bit turned", 'signature/signature-invalid', (b) => {
    const { plan } = coSigned(b);
    plan.key = signingWrongly(plan.key, flipLast);
  }),
  failing('a co-signer whom a stranger certified', 'certificate-signature', (b) => {
    coSigned(b).certificate.signedBy = b.world.keys.person;
  }),
  failing('a revoked co-signer', 'certificate-not-revoked/certificate-revoked', (b) => {
    const { certificate } = coSigned(b);
    listOf(b).revoked = [{ serial: certificate.serial, at: at(-day) }];
  }),
  open('a co-signer of whom nothing is known', 'certificate-not-revoked/crl-missing', (b) => {
    coSigned(b);
    answered(b);
  }),
  failing('a co-signer over another content', 'message-digest/digest-differs', (b) => {
    const { plan } = coSigned(b);
    const { key } = plan;
    plan.key = { ...key, digest: (content) => key.digest(flipLast(content)) };
  }),
  failing('a good signature beside one without a certificate', 'signer-certificate/certificate-missing', (b) => {
    const { plan, certificate } = coSigned(b);
    plan.named = mintCertificate({ ...certificate, serial: flipLast(certificate.serial) });
  }),
];
