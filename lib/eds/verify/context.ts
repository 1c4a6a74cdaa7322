import { attempt } from '../attempt.ts';
import type { Crl } from '../crl/crl.ts';
import { parseOcspResponse, type OcspResponse } from '../ocsp/response.ts';
import { EdsCache } from '../path/cache.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Certificate } from '../x509/certificate.ts';
import { algorithmReason } from './path-algorithms.ts';

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
  readonly cache: EdsCache;
}

/** DER as it came. */
export interface Material {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export function makeContext(at: Date, profile: Profile, material: Material, cache: EdsCache = new EdsCache()): Context {
  return extendContext({ at, profile, anchors: [], certificates: [], crls: [], ocsps: [], cache }, material);
}

/**
 * The same context with what a signature or a timestamp carries besides. A pinned certificate is the same one wherever it comes from; what
 * is malformed, and lists and answers signed by an algorithm that the profile does not allow, are evidence that is not there.
 */
export function extendContext(context: Context, material: Material): Context {
  const { cache, profile } = context;
  const isAllowed = ({ signatureAlgorithm }: Crl | OcspResponse): boolean =>
    algorithmReason(signatureAlgorithm, profile) === undefined;
  const ocsps = material.ocsps.flatMap((der) => attempt(() => parseOcspResponse(der)) ?? []);
  const responders = ocsps.flatMap((response) => response.certificates);
  const read = [...material.certificates, ...responders].flatMap((der) => attempt(() => cache.certificate(der)) ?? []);
  const crls = material.crls.flatMap((der) => attempt(() => cache.crl(der)) ?? []);
  const certificates = read.length === 0 ? context.certificates : unique([...context.certificates, ...read]);
  const pinned = new Set(profile.anchors);
  return {
    ...context,
    certificates,
    anchors: certificates.filter(({ fingerprint }) => pinned.has(fingerprint)),
    crls: [...context.crls, ...crls.filter(isAllowed)],
    ocsps: [...context.ocsps, ...ocsps.filter(isAllowed)],
  };
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprint, certificate])).values()];
}
