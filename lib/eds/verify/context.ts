import type { Crl } from '../crl/crl.ts';
import type { OcspResponse } from '../ocsp/response.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readCertificateOnce, readCrlOnce, readOcspOnce } from './parsed.ts';

/** Everything that a verification may rely on, read once. `certificates` includes what the signature brought: none is trusted by that. */
export interface Context {
  /** The server's clock. */
  readonly at: Date;
  readonly profile: Profile;
  /** The pinned ones among the certificates. */
  readonly anchors: readonly Certificate[];
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

export interface Material {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export function makeContext(at: Date, profile: Profile, material: Material): Context {
  return extendContext({ at, profile, anchors: [], certificates: [], crls: [], ocsps: [] }, material);
}

/** The same context with what a signature or a timestamp carries besides; a pinned certificate is the same one wherever it comes from. */
export function extendContext(context: Context, material: Material): Context {
  const read = material.certificates.flatMap((der) => readCertificateOnce(der) ?? []);
  const certificates = unique([...context.certificates, ...read]);
  const pinned = new Set(context.profile.anchors);
  return {
    ...context,
    certificates,
    anchors: certificates.filter(({ fingerprint }) => pinned.has(fingerprint)),
    crls: [...context.crls, ...material.crls.flatMap((der) => readCrlOnce(der) ?? [])],
    ocsps: [...context.ocsps, ...material.ocsps.flatMap((der) => readOcspOnce(der) ?? [])],
  };
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprint, certificate])).values()];
}
