import { generateGostKey, readGostKey } from '../../signing/gost-key.ts';
import { systemRandom, type RandomSource } from '../../signing/random.ts';
import type { KeyFamily, SigningKey } from '../../signing/signing-key.ts';
import { generateOpensslKey, readOpensslKey } from './openssl-key.ts';

/** A new key. GOST keys come from `random`; for the others OpenSSL uses its own random source. */
export const generateKey = async (family: KeyFamily, random: RandomSource = systemRandom): Promise<SigningKey> =>
  family === 'rsa' || family === 'ecdsa' ? generateOpensslKey(family) : generateGostKey(family, random);

/** Reads a PrivateKeyInfo (RFC 5958) of any family. */
export const readPrivateKey = (pkcs8: Uint8Array): SigningKey => readGostKey(pkcs8) ?? readOpensslKey(pkcs8);
