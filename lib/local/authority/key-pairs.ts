import { Fields, readDer, readInteger, readOctetString, readOid } from '../../eds/der.ts';
import { readLittleEndian } from '../../eds/gost/little-endian.ts';
import { generateGostKey, gostKey } from './gost-key.ts';
import { generateOpensslKey, readOpensslKey } from './openssl-key.ts';
import { systemRandom, type RandomSource } from './random.ts';
import type { KeyFamily, SigningKey } from './signing-key.ts';

/** A fresh key; `random` decides GOST keys, OpenSSL draws its own for the others. */
export const generateKey = async (family: KeyFamily, random: RandomSource = systemRandom): Promise<SigningKey> =>
  family === 'rsa' || family === 'ecdsa' ? generateOpensslKey(family) : generateGostKey(family, random);

/** Reads a PrivateKeyInfo (RFC 5958) of any family. */
export function readPrivateKey(pkcs8: Uint8Array): SigningKey {
  const info = new Fields(readDer(pkcs8));
  info.any();
  const algorithm = readOid(new Fields(info.any()).any());
  const octets = readOctetString(info.any());
  if (algorithm === '1.2.398.3.10.1.1.2.2')
    return gostKey('gost-2015', readLittleEndian(readOctetString(readDer(octets))));
  if (algorithm === '1.2.398.3.10.1.1.1.1') return gostKey('gost-2004', readInteger(readDer(octets)));
  return readOpensslKey(pkcs8);
}
