import type { SignatureAnswer } from '../algorithms.ts';
import type { CrlSigner } from '../crl/revocation-query.ts';
import { crlProblems, type CrlProblem } from '../revocation/revocation-status.ts';
import type { Crl } from '../crl/crl.ts';
import type { Certificate } from '../x509/certificate.ts';
import { candidateIssuers } from './build-paths.ts';
import type { WorkingKey } from './working-key.ts';

export interface SignerSearch {
  /**
   * The certificates above the one in question on the path that is being validated, the anchor first, and their working
   * keys.
   */
  readonly above: readonly Certificate[];
  readonly keys: readonly WorkingKey[];
  /** Other certificates that might have signed. */
  readonly candidates: readonly Certificate[];
  readonly verify: (crl: Crl, key: Uint8Array) => SignatureAnswer;
  /** The working key of a certificate that has its own path under the same anchor; undefined if it has none. */
  readonly trust: (certificate: Certificate) => TrustedKey | undefined;
  /** Whether the certificate at this place in `above` has lost its standing since. */
  readonly isLost?: (place: number) => boolean;
  /** As `PathInputs.isWeak`. */
  readonly isWeak?: (crl: Crl, beside: readonly Certificate[]) => boolean;
}

/**
 * `beside`: the certificates of its path that are not on the path being validated. `doubt`: the path is genuine, but a
 * certificate on it is revoked, expired or cannot be checked.
 */
export interface TrustedKey extends WorkingKey {
  readonly beside: readonly Certificate[];
  readonly doubt?: CrlProblem;
}

/** 6.3.3(f): keyUsage, if present, must allow the signing of lists. */
const maySignLists = ({ extensions: { keyUsage } }: Certificate): boolean =>
  keyUsage === undefined || keyUsage.has('cRLSign');

const problems = { invalid: 'crl-signature', unsupported: 'crl-signature-unsupported' } as const;

/**
 * The signature is checked first: it is cheaper than a path, and a certificate that did not sign needs no further
 * check.
 */
const tryCandidate = (crl: Crl, certificate: Certificate, search: SignerSearch): CrlSigner => {
  const place = search.above.indexOf(certificate);
  const known = search.keys[place];
  const first = search.verify(crl, known?.spki ?? certificate.publicKey.der);
  if (first === 'invalid') return { problem: problems[first] };
  if (!maySignLists(certificate)) return { problem: 'crl-signer-key-usage' };
  // A key without parameters gets them from its path, and can verify only then.
  const trusted: TrustedKey | undefined = known ? { ...known, beside: [] } : search.trust(certificate);
  if (trusted === undefined) return { problem: 'crl-signer-path' };
  const answer = first === 'valid' ? first : search.verify(crl, trusted.spki);
  if (answer !== 'valid') return { problem: problems[answer] };
  const doubt = trusted.doubt ?? doubtOf(crl, trusted, place, search);
  return { key: trusted.spki, ...(doubt && { doubt }) };
};

const doubtOf = (crl: Crl, { beside }: TrustedKey, place: number, search: SignerSearch): CrlProblem | undefined => {
  if (search.isWeak?.(crl, beside) === true) return 'crl-algorithm';
  return search.isLost?.(place) === true ? 'crl-signer-path' : undefined;
};

/**
 * RFC 5280 6.3.3(f), (g): who signed the list, under the trust anchor of the path itself. Certificates of the path come
 * first, then others of the issuer's name: a separate key for lists, a replaced key, an indirect issuer.
 */
export const findCrlSigner = (crl: Crl, search: SignerSearch): CrlSigner => {
  const others = (): readonly Certificate[] =>
    search.candidates.filter(
      (candidate) => !search.above.some(({ fingerprint }) => fingerprint === candidate.fingerprint),
    );
  const keyIdentifier = crl.extensions.authorityKeyIdentifier?.keyIdentifier;
  let problem: CrlProblem = 'crl-signer-missing';
  let doubtful: CrlSigner | undefined;
  for (const among of [() => search.above.toReversed(), others]) {
    for (const certificate of candidateIssuers(among(), crl.issuer.canonical, keyIdentifier)) {
      const signer = tryCandidate(crl, certificate, search);
      if ('key' in signer && signer.doubt === undefined) return signer;
      if ('key' in signer) doubtful ??= signer;
      else if (crlProblems.indexOf(signer.problem) > crlProblems.indexOf(problem)) problem = signer.problem;
    }
  }
  return doubtful ?? { problem };
};
