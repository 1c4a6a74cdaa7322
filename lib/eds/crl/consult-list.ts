import { EdsRefusal } from '../refusal.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { DistributionPoint } from '../x509/distribution-point.ts';
import type { Crl } from './crl.ts';
import { deltaApplies, deltaKeepsUp, isDelta, sameSource } from './delta.ts';
import type { RevokedEntry } from './entry.ts';
import type { CrlProblem } from './revocation-status.ts';
import { scopeCovers } from './scope.ts';

/** The key that a list's issuer signs by, once its path is validated, or why there is none. */
export type CrlSigner = { readonly key: Uint8Array } | { readonly problem: CrlProblem };

export interface RevocationQuery {
  readonly certificate: Certificate;
  readonly crls: readonly Crl[];
  /** The reference time: the certificate's status then is asked for. */
  readonly at: Date;
  /** When this is asked; no list may be newer. */
  readonly now: Date;
  /** A list made before the certificate cannot tell that it is not revoked: then nothing is concluded from it. */
  readonly listAfterIssue: boolean;
  /** Conclude nothing good from a list that promises deltas (freshestCRL) without one of them. */
  readonly deltaWhenPromised: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew?: number;
  /** Whether the authority is known to keep lines of expired certificates, without saying so in the list (expiredCertsOnCRL). */
  readonly listsKeepExpired: boolean;
  /**
   * RFC 5280 6.3.3(f), (g): finds, validates and authorises the list's signer. `itself`: the certificate in question is
   * the only one that may have signed; otherwise it is the only one that may not.
   */
  readonly findSigner: (crl: Crl, itself: boolean) => CrlSigner;
  /** RFC 5280 6.3.3(h). */
  readonly isSignedBy: (crl: Crl, key: Uint8Array) => boolean;
}

/** What one list says: the certificate's line, when the list was made and until when it holds, or why it is of no use. */
export type Outcome =
  | { readonly entry: RevokedEntry | undefined; readonly asOf: Date; readonly until: Date }
  | { readonly problem: CrlProblem };

/** RFC 5280 3.3: a line may be dropped after the certificate's own end, unless the issuer says that it keeps them. */
const mayHaveDropped = ({ certificate, listsKeepExpired }: RevocationQuery, crl: Crl): boolean => {
  const keptSince = crl.extensions.expiredCertsOnCrl;
  const kept = listsKeepExpired || (keptSince !== undefined && keptSince <= certificate.notAfter);
  return crl.thisUpdate > certificate.notAfter && !kept;
};

/** RFC 5280 6.3.3(a): the list, or its delta, is the current one at the reference time. */
const timeProblem = (query: RevocationQuery, crl: Crl, current: Crl): CrlProblem | undefined => {
  const { certificate, at, now, clockSkew = 0 } = query;
  const latest = now.getTime() + clockSkew * 1000;
  if (crl.thisUpdate.getTime() > latest || current.thisUpdate.getTime() > latest) return 'crl-from-future';
  if (current.nextUpdate === undefined || current.nextUpdate < at) return 'crl-expired';
  if (query.listAfterIssue && current.thisUpdate < certificate.notBefore) return 'crl-older-than-certificate';
  return mayHaveDropped(query, crl) ? 'crl-newer-than-certificate' : undefined;
};

/**
 * RFC 5280 6.3.3(i)–(k). A hold that the delta lifts only after the reference time still held then, and what the complete
 * list says was revoked earlier was.
 */
const findEntry = ({ certificate, at }: RevocationQuery, complete: Crl, delta?: Crl): RevokedEntry | undefined => {
  const { serial, issuer } = certificate;
  const entry = complete.entries.find(serial, issuer.canonical);
  const listed = entry?.reason === 'removeFromCRL' ? undefined : entry;
  const changed = delta?.entries.find(serial, issuer.canonical);
  if (changed?.reason === 'removeFromCRL') return changed.revokedAt <= at ? undefined : listed;
  return listed && changed && changed.revokedAt < listed.revokedAt ? changed : (listed ?? changed);
};

/**
 * RFC 5280 5.2.6: the list says where its deltas are, and none is there that is current: what was revoked since is not
 * known. A list made at the reference time or later knows all until then.
 */
const lacksDelta = (query: RevocationQuery, crl: Crl, deltas: readonly Crl[]): boolean =>
  query.deltaWhenPromised &&
  crl.extensions.freshestCrl !== undefined &&
  crl.thisUpdate < query.at &&
  !deltas.some((delta) => deltaKeepsUp(delta, crl) && timeProblem(query, crl, delta) === undefined);

/** RFC 5280 6.3.3(a)–(k) for one complete list at one point. */
export const consultList = (query: RevocationQuery, crl: Crl, point: DistributionPoint, itself: boolean): Outcome => {
  if (!scopeCovers(crl, query.certificate, point)) return { problem: 'crl-scope' };
  if (crl.unknownCritical.length > 0) return { problem: 'crl-unknown-critical' };
  const deltas = query.crls.filter((candidate) => isDelta(candidate) && sameSource(candidate, crl));
  const delta = deltas.filter((candidate) => deltaApplies(candidate, crl)).sort(newestFirst)[0];
  const problem = timeProblem(query, crl, delta ?? crl);
  if (problem !== undefined) return { problem };
  const signer = query.findSigner(crl, itself);
  if ('problem' in signer) return signer;
  // 6.3.3(h). One that was tampered with is not as if there were none: it may have been the one that revokes.
  if (!deltas.every((candidate) => query.isSignedBy(candidate, signer.key))) return { problem: 'crl-signature' };
  try {
    const { thisUpdate: asOf, nextUpdate: until = query.at } = delta ?? crl;
    const entry = findEntry(query, crl, delta);
    const revoked = entry !== undefined && entry.revokedAt <= query.at;
    return !revoked && lacksDelta(query, crl, deltas) ? { problem: 'crl-delta-missing' } : { entry, asOf, until };
  } catch (error) {
    if (error instanceof EdsRefusal) return { problem: 'crl-entry-malformed' };
    throw error;
  }
};

export const newestFirst = (left: Crl, right: Crl): number => right.thisUpdate.getTime() - left.thisUpdate.getTime();
