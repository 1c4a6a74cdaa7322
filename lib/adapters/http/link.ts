import * as z from 'zod';

/** A short-lived address of a file. */
export const Link = z.object({ url: z.string(), expiresInSeconds: z.int() }).meta({ id: 'Link' });
