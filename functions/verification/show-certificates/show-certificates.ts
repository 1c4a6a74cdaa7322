import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { TrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import { trustedCertificates } from '../../../lib/adapters/trust/trusted-certificates.ts';
import type { Profile } from '../../../lib/eds/profiles/profile.ts';
import type { Certificate } from '../../../lib/eds/x509/certificate.ts';

interface Needs {
  readonly profile: Pick<Profile, 'anchors'>;
  readonly material: (now: Date) => Promise<TrustMaterial>;
}

/** The file is made once for what the bucket holds: anybody may ask for it, and each signature in it costs a verification. */
export function openCertificates({ profile, material }: Needs) {
  const made = new WeakMap<TrustMaterial, string>();
  return async (now: Date): Promise<Answered> => {
    const found = await material(now);
    const text = made.get(found) ?? trustedCertificates(found.certificates, profile.anchors).map(pemOf).join('');
    made.set(found, text);
    return { text, headers: { 'content-type': 'application/x-pem-file', 'cache-control': 'public, max-age=60' } };
  };
}

/** RFC 7468. */
const pemOf = ({ der }: Certificate): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};
