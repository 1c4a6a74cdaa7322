import * as z from 'zod';
import { decodeArmour } from '../../eds/armour.ts';
import { recogniseForeign } from '../../eds/foreign.ts';

const expected = 'CMS SignedData in base64 or PEM';

/**
 * A CMS with its certificates as text: base64 with any blanks, line breaks, byte order mark or PEM boundaries. The
 * result is plain base64. A text that is another kind of signature (XML, JWS, …) is passed on unchanged, so that the
 * check can say what it is.
 */
export const Cms = z
  .string()
  .min(1)
  .max(900_000)
  .transform((text, context) => {
    const decoded = decodeArmour(text);
    const octets = decoded ?? Buffer.from(text.trim());
    if (decoded !== undefined || recogniseForeign(octets) !== undefined) return Buffer.from(octets).toString('base64');
    context.addIssue({ code: 'custom', message: expected, params: { rule: 'cms' } });
    return z.NEVER;
  })
  .meta({ description: 'CMS SignedData (DER or BER) in base64 or PEM' });

/** How a CMS begins, for examples: a ContentInfo that holds SignedData. */
export const shortenedCms = 'MIIHPgYJKoZIhvcNAQcCoIIHLzCCBysCAQExDzANBglghkgBZQMEAgEFADALBgkqhkiG9w0BBwE=';
