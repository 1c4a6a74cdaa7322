import { Fields, readDer, readOid } from '../eds/der.ts';
import { readGostKey } from './gost-key.ts';
import { KeyFileRefusal } from './pkcs12/refusal.ts';
import { readRsaKey } from './rsa-key.ts';
import type { PersonKey } from './signing-key.ts';

/** The key of a PrivateKeyInfo (RFC 5958): RSA or GOST, the algorithms that the national authority issues. */
export async function readPersonKey(pkcs8: Uint8Array): Promise<PersonKey> {
  const info = new Fields(readDer(pkcs8));
  info.any();
  const algorithm = readOid(new Fields(info.any()).any());
  if (algorithm === '1.2.840.113549.1.1.1') return readRsaKey(pkcs8);
  const gost = readGostKey(pkcs8);
  if (gost === undefined) throw new KeyFileRefusal('unsupported', algorithm);
  return gost;
}
