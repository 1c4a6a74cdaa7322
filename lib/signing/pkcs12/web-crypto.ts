import type { KeyFileDigest } from './digests.ts';

// WebCrypto, the same in browsers and in Node.

const utf8 = new TextEncoder();

/** PBKDF2-HMAC (RFC 8018 5.2) of the password in UTF-8: `length` octets. */
export async function pbkdf2(
  digest: KeyFileDigest['web'],
  password: string,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', utf8.encode(password), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: digest, salt: Uint8Array.from(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}

/** HMAC (RFC 2104). */
export async function hmac(
  hash: KeyFileDigest['web'],
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array,
): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, Uint8Array.from(message)));
}

/** AES in CBC mode with PKCS #7 padding; undefined if the key is wrong. */
export async function aesCbc(
  key: Uint8Array<ArrayBuffer>,
  iv: Uint8Array,
  octets: Uint8Array,
  way: 'encrypt' | 'decrypt' = 'decrypt',
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, [way]);
  try {
    const how = { name: 'AES-CBC', iv: Uint8Array.from(iv) };
    return new Uint8Array(await crypto.subtle[way](how, imported, Uint8Array.from(octets)));
  } catch {
    return undefined;
  }
}
