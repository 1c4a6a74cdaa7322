/** How a key's signatures look: PKCS #1 v1.5 for `rsa`, DER of r and s for `ec` (P-256, P-384, P-521) and `dsa`. */
export type KeyType = 'rsa' | 'ec' | 'dsa';

/** `unsupported`: the key is not read, or is of another type. */
export type Answer = 'valid' | 'invalid' | 'unsupported';
