import * as z from 'zod';

/** A CMS with its certificates in base64; the application itself is not in it. */
export const Cms = z
  .string()
  .min(1)
  .max(900_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64')
  .meta({ description: 'CMS SignedData (DER or BER), base64' });

/** How a CMS begins, for examples: a ContentInfo that holds SignedData. */
export const shortenedCms = 'MIIHPgYJKoZIhvcNAQcCoIIHLzCCBysCAQExDzANBglghkgBZQMEAgEFADALBgkqhkiG9w0BBwE=';
