import { generateGostKey, readGostKey } from '../../signing/gost-key.ts';
import { systemRandom, type RandomSource } from '../../signing/random.ts';
import type { KeyFamily, SigningKey } from '../../signing/signing-key.ts';
import { generateOpensslKey, readOpensslKey } from './openssl-key.ts';

/** A fresh key; `random` decides GOST keys, OpenSSL draws its own for the others. */
export const generateKey = async (family: KeyFamily, random: RandomSource = systemRandom): Promise<SigningKey> =>
  family === 'rsa' || family === 'ecdsa' ? generateOpensslKey(family) : generateGostKey(family, random);

/** Reads a PrivateKeyInfo (RFC 5958) of any family. */
export const readPrivateKey = (pkcs8: Uint8Array): SigningKey => readGostKey(pkcs8) ?? readOpensslKey(pkcs8);
