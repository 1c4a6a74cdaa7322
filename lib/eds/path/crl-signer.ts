import type { SignatureAnswer } from '../algorithms.ts';
import type { CrlSigner } from '../crl/revocation-query.ts';
import { crlProblems, type CrlProblem } from '../revocation/revocation-status.ts';
import type { Crl } from '../crl/crl.ts';
import type { Certificate } from '../x509/certificate.ts';
import { candidateIssuers } from './build-paths.ts';
import type { WorkingKey } from './working-key.ts';

export interface SignerSearch {
  /** The certificates above the one in question, the anchor first, and their working keys: their path is being walked. */
  readonly above: readonly Certificate[];
  readonly keys: readonly WorkingKey[];
  /** Others that might have signed. */
  readonly candidates: readonly Certificate[];
  readonly verify: (crl: Crl, key: Uint8Array) => SignatureAnswer;
  /** The working key of a certificate that has a path of its own under the same anchor; undefined when it has none. */
  readonly trust: (certificate: Certificate) => TrustedKey | undefined;
  /** Whether the certificate at this place `above` has lost its standing since. */
  readonly isLost?: (place: number) => boolean;
  /** As `PathInputs.isWeak`. */
  readonly isWeak?: (crl: Crl, beside: readonly Certificate[]) => boolean;
}

/**
 * `beside`: the certificates of its path that are not on the one being walked. `doubt`: the path is genuine, and somebody on it is revoked, expired or
 * not to be checked.
 */
export interface TrustedKey extends WorkingKey {
  readonly beside: readonly Certificate[];
  readonly doubt?: CrlProblem;
}

/** 6.3.3(f): keyUsage, where there is one, allows to sign lists. */
const maySignLists = ({ extensions: { keyUsage } }: Certificate): boolean =>
  keyUsage === undefined || keyUsage.has('cRLSign');

const problems = { invalid: 'crl-signature', unsupported: 'crl-signature-unsupported' } as const;

/** The signature comes first: it is cheaper than a path, and who did not sign need not be asked whether he may. */
const tryCandidate = (crl: Crl, certificate: Certificate, search: SignerSearch): CrlSigner => {
  const place = search.above.indexOf(certificate);
  const known = search.keys[place];
  const first = search.verify(crl, known?.spki ?? certificate.publicKey.der);
  if (first === 'invalid') return { problem: problems[first] };
  if (!maySignLists(certificate)) return { problem: 'crl-signer-key-usage' };
  // A key without parameters gets them from its path; only then can it verify.
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
 * RFC 5280 6.3.3(f), (g): who signed the list, under the trust anchor of the path itself. Those of the path come first,
 * then others of the issuer's name: a key of its own for lists, a key rolled over, an indirect issuer.
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
