import { endOfDigest, endOfSignature, firstEnd, type AlgorithmEnd } from '../algorithms/lifetimes.ts';
import type { DigestAlgorithm } from '../algorithms.ts';
import { algorithmName } from '../cms/signer-algorithm.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ProofEnd, ProofKind } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';

/** Until when something proves what it says, and what ends it. */
export interface End {
  readonly until: Date;
  readonly endsBy: ProofEnd;
  /** If it ends by an algorithm. */
  readonly algorithm?: string;
  readonly restsOn: ProofKind;
}

/**
 * `counts`: until when it is accepted; by the certificates, and by the algorithms if the profile refuses old ones. `ends`: the first end
 * of all. `aged`: the first of the algorithms.
 */
export interface Life {
  readonly counts: Date;
  readonly ends: End;
  readonly aged?: AlgorithmEnd;
}

/** What signed, with which key and algorithms. */
export interface Signing {
  /** From the anchor to the certificate that signed. */
  readonly path: readonly Certificate[];
  /** A name of the table of algorithms. */
  readonly algorithm: string;
  readonly digest?: DigestAlgorithm | undefined;
}

const leaves = {
  'server-clock': 'signer-certificate',
  timestamp: 'tsa-certificate',
  'archive-timestamp': 'tsa-certificate',
} as const satisfies Record<ProofKind, ProofEnd>;

/**
 * The life of a signature by itself. The anchor's end counts, too: from then on nobody says any more whether what it issued is still to
 * be trusted.
 */
export function lifeOf({ path, algorithm, digest }: Signing, restsOn: ProofKind, { agedAlgorithms }: Profile): Life {
  const leaf = path.at(-1)!;
  let byCertificate: End = { until: leaf.notAfter, endsBy: leaves[restsOn], restsOn };
  let aged = firstEnd(endOfSignature(algorithm, leaf.publicKey.der), digest && endOfDigest(digest.name));
  for (const [place, certificate] of path.entries()) {
    if (certificate.notAfter < byCertificate.until)
      byCertificate = { until: certificate.notAfter, endsBy: 'authority-certificate', restsOn };
    const issuer = path[place - 1];
    if (issuer) aged = firstEnd(aged, endOfIssued(certificate, issuer));
  }
  if (aged === undefined) return { counts: byCertificate.until, ends: byCertificate };
  const { until } = aged;
  const isFirst = until < byCertificate.until;
  return {
    counts: agedAlgorithms === 'refuse' && isFirst ? until : byCertificate.until,
    ends: isFirst ? { ...aged, endsBy: 'algorithm', restsOn } : byCertificate,
    aged,
  };
}

const endOfIssued = ({ signatureAlgorithm }: Certificate, issuer: Certificate): AlgorithmEnd | undefined => {
  const name = algorithmName(signatureAlgorithm);
  return name === undefined ? undefined : endOfSignature(name, issuer.publicKey.der);
};

/** A later timestamp that covers something, with its own life prolonged already. */
export interface Later {
  readonly at: Date;
  readonly life: Life;
}

/**
 * The life of something that later timestamps cover: each that was made while it still counted prolongs it to its own. At a time by which
 * it is proved to have existed, nothing that happened afterwards takes anything from it.
 */
export function prolong(own: Life, later: readonly Later[]): Life {
  const inTime = later.filter(({ at }) => at <= own.counts).map(({ life }) => life);
  return [own, ...inTime].reduce((longest, each) => ({
    counts: each.counts > longest.counts ? each.counts : longest.counts,
    ends: each.ends.until > longest.ends.until ? each.ends : longest.ends,
    ...(own.aged && { aged: own.aged }),
  }));
}

/** By when something is proved to have existed by one of these that still count; undefined if by none. */
export const provenBy = (later: readonly Later[], needed: Date): Date | undefined =>
  later
    .filter(({ life }) => life.counts >= needed)
    .map(({ at }) => at)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
