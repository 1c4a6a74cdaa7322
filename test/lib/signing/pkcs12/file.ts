import { signCertificate } from '../../../../lib/local/authority/certificate.ts';
import { generateKey } from '../../../../lib/local/authority/key-pairs.ts';
import { distinguishedName } from '../../../../lib/local/authority/name.ts';
import { seededRandom } from '../../../../lib/local/authority/random.ts';
import type { KeyFile } from '../../../../lib/local/authority/pkcs12.ts';
import type { KeyFamily } from '../../../../lib/signing/signing-key.ts';

export const password = 'demo-құпия-пароль';

/** A key with a self-signed certificate. */
export async function selfSigned(family: KeyFamily): Promise<KeyFile> {
  const privateKey = await generateKey(family, seededRandom(family));
  const name = distinguishedName(['commonName', 'ДЕМО']);
  const certificate = signCertificate(
    {
      serial: Uint8Array.of(0x42),
      issuer: name,
      subject: name,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      spki: privateKey.spki,
      extensions: [],
    },
    privateKey,
  );
  return { privateKey, certificate, chain: [] };
}
