import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * An answer that can be read only with the refresh token: AES-256-GCM under a key derived from the token's own secret.
 * The table holds the hash of that secret and the sealed answer; neither reveals the answer. Each secret seals one
 * answer, so the nonce may be fixed.
 */
export function sealAnswer(secret: string, answer: string): string {
  const cipher = createCipheriv(ALGORITHM, keyFrom(secret), NONCE);
  return Buffer.concat([cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** @throws Error if it was sealed with another secret, or has been changed */
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
