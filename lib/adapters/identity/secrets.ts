import { randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, base64url. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** Six digits that somebody types in. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');

export const newSalt = () => randomBytes(16);
