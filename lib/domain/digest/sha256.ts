import { createHash } from 'node:crypto';
import * as z from 'zod';

/** SHA-256 in lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const sha256Hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
