import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * An answer that only who brings the refresh token again can read: AES-256-GCM under a key that comes from the token's
 * own secret. The table holds the hash of that secret and this, and neither gives the answer away. One secret seals one
 * answer, so that the nonce may be fixed.
 */
export function sealAnswer(secret: string, answer: string): string {
  const cipher = createCipheriv(ALGORITHM, keyFrom(secret), NONCE);
  return Buffer.concat([cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** @throws Error when it was sealed with another secret, or has been changed */
export function openAnswer(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, keyFrom(secret), NONCE);
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]).toString('utf8');
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = Buffer.alloc(12);
/** Bytes. */
const TAG = 16;

const keyFrom = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'e-akimat refresh answer', 32));
