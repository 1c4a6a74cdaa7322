import { createHash, randomBytes } from 'node:crypto';
import { signCertificate } from '../../../lib/local/authority/certificate.ts';
import { generateKey } from '../../../lib/local/authority/key-pairs.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';
import { serveNcalayer, type RunningNcalayer } from '../../../lib/local/ncalayer/serve-ncalayer.ts';

/** NCALayer's double behind TLS, as a page reaches the real one, and how a browser finds and trusts it. */
export interface Layer extends RunningNcalayer {
  readonly args: readonly string[];
}

const day = 86_400_000;
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

/** On any free port, so that parallel tests have their own; the browser takes it for NCALayer's port. */
export async function openLayer(): Promise<Layer> {
  const key = await generateKey('rsa');
  const name = distinguishedName(['commonName', 'ДЕМО NCALayer']);
  const certificate = signCertificate(
    {
      ...{ serial: randomBytes(8).fill(1, 0, 1), issuer: name, subject: name, spki: key.spki, extensions: [] },
      ...{ notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) },
    },
    key,
  );
  const tls = { key: pem('PRIVATE KEY', key.pkcs8), cert: pem('CERTIFICATE', certificate) };
  const layer = await serveNcalayer({ signers: [], tls });
  const spki = createHash('sha256').update(key.spki).digest('base64');
  return {
    ...layer,
    args: [
      `--ignore-certificate-errors-spki-list=${spki}`,
      `--host-resolver-rules=MAP 127.0.0.1:13579 127.0.0.1:${new URL(layer.url).port}`,
    ],
  };
}
