import { parseCrl, type Crl } from '../crl/crl.ts';
import { parseOcspResponse, type GivenAnswer } from '../ocsp/response.ts';
import type { AnchorPurpose, PinnedAnchor } from '../profiles/pinned-anchor.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { InadmissibleEvidence } from './inadmissible.ts';

/**
 * Everything on which a verification may rely, read once. `certificates` includes those in the signature; this alone
 * makes none trusted.
 */
export interface Context {
  /** The server's clock. */
  readonly at: Date;
  /** When the signatures came in: their reference time, if no timestamp proves an earlier one. */
  readonly receivedAt: Date;
  readonly profile: Profile;
  /** The pinned ones among the certificates, for any purpose; see `anchorsFor`. */
  readonly anchors: readonly Certificate[];
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly GivenAnswer[];
  readonly work: Work;
  readonly inadmissible: InadmissibleEvidence;
}

/** DER as it came. */
export interface Material {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** What the caller gives comes again with every call, so it is read through the cache. */
export function makeContext(at: Date, profile: Profile, material: Material, work: Work): Context {
  const none = {
    at,
    receivedAt: at,
    profile,
    anchors: [],
    certificates: [],
    crls: [],
    ocsps: [],
    work,
    inadmissible: new InadmissibleEvidence(),
  };
  const { cache } = work;
  const context = add(none, material, {
    certificate: (der) => cache.certificate(der),
    responder: (der) => cache.brought(der),
    crl: (der) => cache.crl(der),
    ocsp: (der) => ({ ...parseOcspResponse(der), embedded: false }),
  });
  for (const given of [...context.certificates, ...context.crls, ...context.ocsps]) work.give(given);
  return context;
}

/**
 * The same context with the evidence inside a signature or a timestamp; reading it is paid for. A pinned certificate is
 * the same wherever it comes from. Malformed evidence counts as absent.
 */
export function extendContext(context: Context, material: Material): Context {
  const { budget, cache } = context.work;
  const paid =
    <T>(read: (der: Uint8Array) => T) =>
    (der: Uint8Array): T => {
      budget.read(der.length);
      return read(der);
    };
  const brought = paid((der) => cache.brought(der));
  return add(context, material, {
    certificate: brought,
    responder: brought,
    crl: (der) => parseCrl(der, budget),
    ocsp: paid((der) => ({ ...parseOcspResponse(der), embedded: true })),
  });
}

interface Readers {
  readonly certificate: (der: Uint8Array) => Certificate;
  readonly responder: (der: Uint8Array) => Certificate;
  readonly crl: (der: Uint8Array) => Crl;
  readonly ocsp: (der: Uint8Array) => GivenAnswer;
}

function add(context: Context, material: Material, read: Readers): Context {
  const { profile, inadmissible } = context;
  if (Object.values(material).every((each: readonly Uint8Array[]) => each.length === 0)) return context;
  const ocsps = material.ocsps.flatMap((der) => inadmissible.reading('answer', der, read.ocsp));
  const responders = ocsps.flatMap((response) => response.certificates);
  const found = [
    ...material.certificates.flatMap((der) => inadmissible.reading('certificate', der, read.certificate)),
    ...responders.flatMap((der) => inadmissible.reading('certificate', der, read.responder)),
  ];
  const crls = material.crls.flatMap((der) => inadmissible.reading('list', der, read.crl));
  const certificates = found.length === 0 ? context.certificates : unique([...context.certificates, ...found]);
  return {
    ...context,
    certificates,
    anchors: certificates.filter((certificate) => profile.anchors.some((pinned) => isOf(pinned, certificate))),
    crls: [...context.crls, ...crls],
    ocsps: [...context.ocsps, ...ocsps],
  };
}

const isOf = ({ fingerprint }: PinnedAnchor, certificate: Certificate): boolean =>
  fingerprint === certificate.fingerprint;

/** The anchors that are pinned for one of these purposes. */
export const anchorsFor = (
  { anchors, profile }: Pick<Context, 'anchors' | 'profile'>,
  ...purposes: readonly AnchorPurpose[]
): readonly Certificate[] =>
  anchors.filter((certificate) =>
    profile.anchors.some(
      (pinned) => isOf(pinned, certificate) && pinned.purposes.some((purpose) => purposes.includes(purpose)),
    ),
  );

/** Of equal certificates the one that was read first, because most is known about it. */
function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  const known = new Map<string, Certificate>();
  for (const certificate of certificates)
    if (!known.has(certificate.fingerprint)) known.set(certificate.fingerprint, certificate);
  return [...known.values()];
}
