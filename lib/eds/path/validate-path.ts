import { checkRevocation } from '../crl/check-revocation.ts';
import type { Crl } from '../crl/crl.ts';
import { newestStatus, type RevocationStatus } from '../crl/revocation-status.ts';
import { EdsRefusal } from '../refusal.ts';
import type { Check, Verdict } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import { buildPaths, type CertificationPath } from './build-paths.ts';
import { EdsCache } from './cache.ts';
import { findCrlSigner } from './crl-signer.ts';
import { decidingCode, PathReport, type PathProblem } from './path-checks.ts';
import type { PolicyInputs } from './policy-state.ts';
import { walkPath, type Walk } from './walk-path.ts';
import type { WorkingKey } from './working-key.ts';

/** Another source of revocation, such as OCSP; undefined when it knows nothing of the certificate. */
export type RevocationSource = (
  certificate: Certificate,
  issuer: { readonly certificate: Certificate; readonly key: WorkingKey },
) => RevocationStatus | undefined;

export interface PathInputs {
  /** The certificate that is to be proved. */
  readonly target: Certificate;
  /** Others that may help, in any order, trusted in nothing: intermediates and signers of lists. */
  readonly candidates: readonly Certificate[];
  /** Trust anchors. By RFC 5280 6.1.1(d) only their names and keys count. */
  readonly anchors: readonly Certificate[];
  /** The reference time. */
  readonly at: Date;
  /** When this is asked, where that is later than the reference time; no evidence may be newer. Default `at`. */
  readonly now?: Date;
  readonly crls: readonly Crl[];
  readonly policy?: PolicyInputs;
  /** `off`: path validation alone. */
  readonly revocation: 'required' | 'off';
  readonly otherRevocation?: RevocationSource;
  /** Conclude nothing from a list older than the certificate (RFC 5280 does not ask for it; a careful verifier does). */
  readonly listAfterIssue?: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew?: number;
  /** Lists are known to keep lines of expired certificates. */
  readonly listsKeepExpired?: boolean;
  readonly cache?: EdsCache;
}

export interface PathResult {
  readonly valid: Verdict;
  /** `path-valid`, or what decided: the code of a check or of its problem. */
  readonly code: string;
  readonly checks: readonly Check[];
  /** From the anchor to the target; empty when none was found. */
  readonly path: readonly Certificate[];
  /** user-constrained-policy-set (RFC 5280 6.1.6), dotted OIDs. */
  readonly policies: readonly string[];
  /** The target's key with inherited parameters, as DER SubjectPublicKeyInfo; present when a path was found. */
  readonly publicKey?: Uint8Array;
  /** When an indeterminate answer is worth asking for again, where a list promised its successor. */
  readonly tryAgainAfter?: Date;
}

/** Signatures verified in one validation; a hostile heap of certificates and lists may cost no more. */
const mostVerifications = 100;
const mostPaths = 24;
/** Signers of lists whose own lists have signers of their own, and so on. */
const deepestSearch = 4;

const ranks: Readonly<Record<Verdict, number>> = { failed: 0, indeterminate: 1, passed: 2 };

const verdictOf = (checks: readonly Check[]): Verdict => {
  if (checks.some(({ status }) => status === 'failed')) return 'failed';
  return checks.some(({ status }) => status === 'indeterminate') ? 'indeterminate' : 'passed';
};

const conclude = (path: CertificationPath, { report, policies, keys, tryAgainAfter }: Walk): PathResult => {
  const { checks } = report;
  const valid = verdictOf(checks);
  const deciding = checks.find(({ status }) => status === valid);
  const key = keys.at(-1);
  return {
    valid,
    code: valid === 'passed' || deciding === undefined ? 'path-valid' : decidingCode(deciding),
    checks,
    path,
    policies: [...policies],
    ...(key && { publicKey: key.spki }),
    ...(tryAgainAfter && { tryAgainAfter }),
  };
};

const notFound = (problem: PathProblem, target: Certificate): PathResult => {
  const report = new PathReport();
  report.add('path-found', 'failed', target, { problem });
  return { valid: 'failed', code: problem, checks: report.checks, path: [], policies: [] };
};

/** Of two paths the one that got further: its verdict, then fewer failures, then the one that was likelier. */
const better = (left: PathResult, right: PathResult): boolean => {
  const failures = ({ checks }: PathResult): number => checks.filter(({ status }) => status === 'failed').length;
  return ranks[left.valid] - ranks[right.valid] > 0 || (left.valid === right.valid && failures(left) < failures(right));
};

/** One validation and the searches for signers of lists within it: they share the work that is allowed. */
class PathValidation {
  readonly #inputs: PathInputs;
  readonly #cache: EdsCache;
  #verifications = 0;
  readonly #spend = (): void => {
    if (++this.#verifications > mostVerifications) throw new EdsRefusal('path-limit');
  };

  constructor(inputs: PathInputs) {
    this.#inputs = inputs;
    this.#cache = inputs.cache ?? new EdsCache();
  }

  /** `underWay`: certificates whose revocation is being determined; a list about its own signer is not asked twice. */
  search(
    target: Certificate,
    anchors: readonly Certificate[],
    policy: PolicyInputs,
    underWay: ReadonlySet<string>,
  ): PathResult {
    let best: PathResult | undefined;
    let tried = 0;
    for (const path of buildPaths(target, this.#inputs.candidates, anchors)) {
      const result = conclude(path, this.#walk(path, policy, underWay));
      if (result.valid === 'passed') return result;
      if (best === undefined || better(result, best)) best = result;
      if (++tried === mostPaths) break;
    }
    return best ?? notFound('issuer-not-found', target);
  }

  #walk(path: CertificationPath, policy: PolicyInputs, underWay: ReadonlySet<string>): Walk {
    const { at, revocation } = this.#inputs;
    return walkPath(path, {
      at,
      policy,
      verify: (certificate, key) => this.#cache.signature(certificate, key.spki, this.#spend),
      ...(revocation === 'required' && {
        statusOf: (position, keys) => this.#statusOf(path, position, keys, underWay),
      }),
    });
  }

  #statusOf(
    path: CertificationPath,
    position: number,
    keys: readonly WorkingKey[],
    underWay: ReadonlySet<string>,
  ): RevocationStatus {
    const { at, now = at, crls, listAfterIssue = false, listsKeepExpired = false, clockSkew = 0 } = this.#inputs;
    const [certificate, issuer, key] = [path[position], path[position - 1], keys[position - 1]];
    if (certificate === undefined || issuer === undefined || key === undefined) {
      return { status: 'undetermined', code: 'crl-signer-missing' };
    }
    // Its own status is what is asked for above; here only whether it may sign the list that answers.
    if (underWay.has(certificate.fingerprint)) return { status: 'good', asOf: new Date(0) };
    const byLists = checkRevocation({
      certificate,
      crls,
      at,
      now,
      listAfterIssue,
      listsKeepExpired,
      clockSkew,
      findSigner: (crl) => this.#findSigner(crl, path.slice(0, position), keys, certificate, underWay),
      isSignedBy: (crl, signer) => this.#cache.signature(crl, signer, this.#spend) === 'valid',
    });
    const other = this.#inputs.otherRevocation?.(certificate, { certificate: issuer, key });
    return other === undefined ? byLists : newestStatus(byLists, other);
  }

  #findSigner(
    crl: Crl,
    above: readonly Certificate[],
    keys: readonly WorkingKey[],
    certificate: Certificate,
    underWay: ReadonlySet<string>,
  ): ReturnType<typeof findCrlSigner> {
    const anchors = above.slice(0, 1);
    const deeper = new Set(underWay).add(certificate.fingerprint);
    return findCrlSigner(crl, {
      above,
      keys,
      candidates: [...this.#inputs.candidates, certificate],
      verify: (list, key) => this.#cache.signature(list, key, this.#spend),
      trust: (signer) => {
        if (deeper.size > deepestSearch) return undefined;
        const result = this.search(signer, anchors, {}, deeper);
        return result.valid === 'passed' && result.publicKey
          ? { spki: result.publicKey, algorithm: signer.publicKey.algorithm.oid, parameters: undefined }
          : undefined;
      },
    });
  }
}

/**
 * Builds and validates a path from an anchor to the target (RFC 5280 6, with lists by 6.3): the first that passes, else
 * the one that got furthest, with every check that was made of it.
 *
 * Pure: no clock, no network; the same inputs give the same result. Never throws for what is in its inputs.
 */
export const validatePath = (inputs: PathInputs): PathResult => {
  const { target, anchors, policy = {} } = inputs;
  if (anchors.some(({ fingerprint }) => fingerprint === target.fingerprint)) return notFound('path-empty', target);
  try {
    return new PathValidation(inputs).search(target, anchors, policy, new Set());
  } catch (error) {
    if (error instanceof EdsRefusal) return notFound('path-limit', target);
    throw error;
  }
};
