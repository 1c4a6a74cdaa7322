import { parseCrl, type Crl } from '../crl/crl.ts';
import { parseOcspResponse, type GivenAnswer } from '../ocsp/response.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { InadmissibleEvidence } from './inadmissible.ts';

/** Everything that a verification may rely on, read once. `certificates` includes what the signature brought: none is trusted by that. */
export interface Context {
  /** The server's clock. */
  readonly at: Date;
  /** When the signatures came in: their reference time where no timestamp proves an earlier one. */
  readonly receivedAt: Date;
  readonly profile: Profile;
  /** The pinned ones among the certificates. */
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

/** What the caller gives comes again with every call, so that it is read through the cache. */
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
  const context = add(
    none,
    material,
    (der) => work.cache.certificate(der),
    (der) => work.cache.crl(der),
    false,
  );
  for (const given of [...context.certificates, ...context.crls, ...context.ocsps]) work.give(given);
  return context;
}

/**
 * The same context with what a signature or a timestamp carries besides. A pinned certificate is the same one wherever it comes from; what
 * is malformed is evidence that is not there.
 */
export const extendContext = (context: Context, material: Material): Context =>
  add(context, material, (der) => context.work.cache.brought(der), parseCrl, true);

function add(
  context: Context,
  material: Material,
  readCertificate: (der: Uint8Array) => Certificate,
  readCrl: (der: Uint8Array) => Crl,
  embedded: boolean,
): Context {
  const { profile, inadmissible } = context;
  if (Object.values(material).every((each: readonly Uint8Array[]) => each.length === 0)) return context;
  const ocsps = material.ocsps.flatMap((der) =>
    inadmissible.reading('answer', der, () => ({ ...parseOcspResponse(der), embedded })),
  );
  const responders = ocsps.flatMap((response) => response.certificates);
  const read = [
    ...material.certificates.flatMap((der) => inadmissible.reading('certificate', der, readCertificate)),
    ...responders.flatMap((der) =>
      inadmissible.reading('certificate', der, (each) => context.work.cache.brought(each)),
    ),
  ];
  const crls = material.crls.flatMap((der) => inadmissible.reading('list', der, readCrl));
  const certificates = read.length === 0 ? context.certificates : unique([...context.certificates, ...read]);
  return {
    ...context,
    certificates,
    anchors: certificates.filter(({ fingerprint }) => profile.anchors.includes(fingerprint)),
    crls: [...context.crls, ...crls],
    ocsps: [...context.ocsps, ...ocsps],
  };
}

/** Of the same certificate the one that was read first, about which most is known. */
function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  const known = new Map<string, Certificate>();
  for (const certificate of certificates)
    if (!known.has(certificate.fingerprint)) known.set(certificate.fingerprint, certificate);
  return [...known.values()];
}
