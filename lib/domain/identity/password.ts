import { argon2, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { isCommonPassword } from './common-password.ts';

/**
 * Argon2id (RFC 9106) with 46 MiB for each guess, the strongest of the equivalent settings of OWASP's Password Storage
 * Cheat Sheet; a tenth of the time of scrypt's. A stored hash names its own parameters, so that these may grow.
 */
const cost = { m: 47_104, t: 1, p: 1 };
type Cost = typeof cost;
const HASH_BYTES = 32;

/** The PHC string format: $argon2id$v=19$m=…,t=…,p=…$salt$hash, base64 without padding; m in KiB. */
const stored = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/;

export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  return format(cost, salt, await derive(password, salt, cost));
}

/** Takes the same time whether the password is right, wrong or compared with `decoyHash`. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  const [, m, t, p, salt, expected] = stored.exec(hash) ?? [];
  if (salt === undefined || expected === undefined) throw new Error('A stored password hash has no known form');
  const given = await derive(password, Buffer.from(salt, 'base64'), { m: Number(m), t: Number(t), p: Number(p) });
  const wanted = Buffer.from(expected, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A hash that no password matches, for the comparison when there is no account. */
export const decoyHash = format(cost, new Uint8Array(16), new Uint8Array(HASH_BYTES));

function format({ m, t, p }: Cost, salt: Uint8Array, hash: Uint8Array) {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${text(salt)}$${text(hash)}`;
}

function derive(password: string, salt: Uint8Array, { m, t, p }: Cost): Promise<Buffer> {
  // One password may be typed as different code points (NIST SP 800-63B 5.1.1.2 asks for NFKC or NFKD).
  const message = password.normalize('NFKC');
  const parameters = { message, nonce: salt, memory: m, passes: t, parallelism: p, tagLength: HASH_BYTES };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Characters of a new password. No rule about kinds of characters: length is what helps (NIST SP 800-63B). */
export const NewPassword = z.string().min(10).max(128);

/** As typed at sign-in; errors do not say what a right one looks like. */
export const TypedPassword = z.string().min(1).max(128);

/** The rule that a new password breaks besides its length. */
export function passwordFault(
  password: string,
  iin: string,
): 'password-has-iin' | 'password-too-even' | 'password-common' | undefined {
  if (password.includes(iin)) return 'password-has-iin';
  if (new Set(password).size < 5) return 'password-too-even';
  return isCommonPassword(password) ? 'password-common' : undefined;
}
