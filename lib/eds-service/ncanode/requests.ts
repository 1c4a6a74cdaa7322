import * as z from 'zod';
import { decodeArmour, unwrapArmour } from '../../eds/armour.ts';
import { attempt } from '../../eds/attempt.ts';
import { recogniseForeign } from '../../eds/foreign.ts';
import { longestCertificate, mostCertificates } from '../limits.ts';

/** Base64 with blanks and line breaks anywhere. */
const base64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/u;

const octetsOf = (text: string): Uint8Array | undefined =>
  base64.test(text) ? Buffer.from(text, 'base64') : undefined;

/** Octets in base64; an empty text is no octets. */
export const Octets = z.string().transform((text, context): Uint8Array => {
  const octets = text === '' ? new Uint8Array() : octetsOf(text);
  if (octets !== undefined) return octets;
  context.addIssue({ code: 'custom', message: 'must be base64' });
  return z.NEVER;
});

/**
 * A CMS in base64 or PEM. Another kind of signature (XML, JWS) passes, so that the check can say what it is, as at
 * `POST /eds/verifications`.
 */
export const Cms = z
  .string()
  .min(1)
  .transform((text, context): Uint8Array => {
    const plain = octetsOf(text);
    const octets = plain === undefined ? decodeArmour(text) : attempt(() => unwrapArmour(plain));
    if (octets !== undefined) return octets;
    const foreign = Buffer.from(text.trim());
    if (recogniseForeign(foreign) !== undefined) return foreign;
    context.addIssue({ code: 'custom', message: 'must be base64 or PEM' });
    return z.NEVER;
  });

/** What NCANode would check. Here everything is checked, and this says only what is reported in `revocations`. */
const revocationCheck = z
  .array(z.enum(['OCSP', 'CRL']))
  .max(8)
  .nullish()
  .transform((named) => new Set(named ?? []));

/** Fields that nobody knows are ignored, as NCANode ignores them. */
export const cmsVerifyRequest = z.object({
  cms: Cms,
  data: Octets.nullish(),
  revocationCheck,
  /** Ours: what the signature is for, instead of what the service was started with. */
  purpose: z.enum(['signature', 'authentication']).nullish(),
});

export const cmsExtractRequest = z.object({ cms: Cms });

const Certificate = z.string().max(longestCertificate);

export const x509InfoRequest = z.object({
  certs: z.array(Certificate).min(1).max(mostCertificates),
  revocationCheck,
});

export const x509VerifyRequest = z.object({
  certificate: Certificate.min(1),
  signature: Octets,
  /** The text that was signed, as UTF-8: it is not in base64. */
  data: z.string(),
  revocationCheck,
});
