import { randomBytes } from 'node:crypto';

/** 256 random bits, base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');

export const newSalt = () => randomBytes(16);
