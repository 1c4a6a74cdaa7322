import type { Crl } from '../crl/crl.ts';
import { listStatements } from '../crl/list-statements.ts';
import type { CrlSigner } from '../crl/revocation-query.ts';
import type { RevocationStatus } from '../revocation/revocation-status.ts';
import { weigh } from '../revocation/weigh.ts';
import { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { findPath, type CertificationPath } from './build-paths.ts';
import { findCrlSigner, type TrustedKey } from './crl-signer.ts';
import type { PathInputs } from './path-inputs.ts';
import { best, conclude, notFound, type PathResult } from './path-result.ts';
import type { PolicyInputs } from './policy-state.ts';
import { walkPath, type Walk } from './walk-path.ts';
import type { WorkingKey } from './working-key.ts';

const mostPaths = 24;
/** Signers of lists whose own lists have other signers, and so on. */
const deepestSearch = 4;

/**
 * Microseconds of finding the lists about a certificate: each point is compared with each list, and each list with each
 * delta.
 */
const priceOfLists = ({ extensions }: Certificate, crls: readonly Crl[]): number => {
  const points = 1 + (extensions.crlDistributionPoints?.length ?? 0);
  const names = crls.map(({ extensions: { issuingDistributionPoint: scope } }) =>
    scope?.name?.kind === 'full' ? scope.name.names.length : 1,
  );
  return 2 + points * names.reduce((sum, each) => sum + each, 0) * 0.4 + crls.length ** 2 / 10;
};

/**
 * A certificate on a path that is being validated, the working keys above it, and the time of the status in question.
 */
interface Place {
  readonly path: CertificationPath;
  readonly position: number;
  readonly keys: readonly WorkingKey[];
  readonly at: Date;
}

/** One validation, with its searches for signers of lists: they share one allowance of work. */
export class PathValidation {
  readonly #inputs: PathInputs;
  readonly #work: Work;

  constructor(inputs: PathInputs) {
    this.#inputs = inputs;
    this.#work = inputs.work ?? new Work();
  }

  /**
   * `underWay`: certificates whose revocation is being determined. A list about its own signer is not checked again.
   */
  search(
    target: Certificate,
    anchors: readonly Certificate[],
    policy: PolicyInputs,
    underWay: ReadonlySet<string>,
    at: Date = this.#inputs.at,
  ): PathResult {
    const others: PathResult[] = [];
    const search = { target, candidates: this.#inputs.candidates, anchors, budget: this.#work.budget, most: mostPaths };
    const passed = findPath(search, (path) => {
      const result = conclude(path, this.#walk(path, policy, underWay, at));
      if (result.valid === 'passed') return result;
      others.push(result);
      return undefined;
    });
    return (
      passed ?? best(others) ?? notFound(this.#endsInStranger(target) ? 'root-not-pinned' : 'issuer-not-found', target)
    );
  }

  /**
   * Whether signatures lead up from a certificate to a self-signed one that is not an anchor: then no later evidence
   * can make a path.
   */
  #endsInStranger(target: Certificate): boolean {
    const { candidates } = this.#inputs;
    const reached = [target];
    for (const certificate of reached) {
      const issuers = [certificate, ...candidates].filter(
        (candidate) =>
          candidate.subject.canonical === certificate.issuer.canonical &&
          this.#work.signature(certificate, candidate.publicKey.der) === 'valid',
      );
      if (issuers.includes(certificate)) return true;
      reached.push(...issuers.filter((issuer) => !reached.includes(issuer)));
    }
    return false;
  }

  #walk(path: CertificationPath, policy: PolicyInputs, underWay: ReadonlySet<string>, at: Date): Walk {
    const { revocation } = this.#inputs;
    return walkPath(path, {
      at,
      policy,
      budget: this.#work.budget,
      verify: (certificate, key) => this.#work.signature(certificate, key.spki),
      ...(revocation === 'required' && {
        statusOf: (position, keys) => this.#statusOf({ path, position, keys, at }, underWay),
      }),
    });
  }

  #statusOf(place: Place, underWay: ReadonlySet<string>): RevocationStatus {
    const { path, position, keys, at } = place;
    const { now = this.#inputs.at, crls, listAfterIssue = false, deltaWhenPromised = false } = this.#inputs;
    const { listsKeepExpired = false, clockSkew = 0 } = this.#inputs;
    const [certificate, issuer, key] = [path[position], path[position - 1], keys[position - 1]];
    if (certificate === undefined || issuer === undefined || key === undefined) {
      return { status: 'undetermined', code: 'crl-signer-missing' };
    }
    // Its own status is in question further up; here only whether it may sign the list that answers.
    if (underWay.has(certificate.fingerprint)) return { status: 'good', asOf: new Date(0) };
    this.#work.budget.attempt(priceOfLists(certificate, crls));
    const deeper = new Set(underWay).add(certificate.fingerprint);
    const byLists = listStatements({
      certificate,
      crls,
      at,
      now,
      listAfterIssue,
      deltaWhenPromised,
      listsKeepExpired,
      clockSkew,
      judged: this.#inputs.judged,
      findSigner: (crl, itself) => {
        const candidates = itself
          ? [certificate]
          : this.#inputs.candidates.filter(({ fingerprint }) => fingerprint !== certificate.fingerprint);
        return this.#findSigner(crl, place, candidates, deeper);
      },
      isSignedBy: (crl, signer) => this.#work.signature(crl, signer) === 'valid',
    });
    const byOthers = this.#inputs.otherRevocation?.(certificate, { certificate: issuer, key }, at) ?? [];
    // The signer of a list vouches for its content.
    const vouches = this.#inputs.vouches === true || underWay.size > 0;
    const provenAt = underWay.size > 0 ? undefined : this.#inputs.provenAt;
    return weigh([...byLists, ...byOthers], { at, now, vouches, provenAt });
  }

  /**
   * A signer's own path is searched under the same anchor, with the certificates above in `underWay`. A signer who
   * signed after the time in question must still have had their standing when they signed.
   */
  #findSigner(crl: Crl, place: Place, candidates: readonly Certificate[], underWay: ReadonlySet<string>): CrlSigner {
    this.#work.budget.attempt(2 + candidates.length / 20);
    const above = place.path.slice(0, place.position);
    const at = crl.thisUpdate > place.at ? crl.thisUpdate : place.at;
    return findCrlSigner(crl, {
      above,
      keys: place.keys,
      candidates,
      verify: (list, key) => this.#work.signature(list, key),
      ...(this.#inputs.isWeak && { isWeak: this.#inputs.isWeak }),
      trust: (signer) =>
        underWay.size > deepestSearch
          ? undefined
          : trustedKey(above, this.search(signer, above.slice(0, 1), {}, underWay, at)),
      isLost: (position) => this.#isLost({ ...place, at }, position, underWay),
    });
  }

  /**
   * Whether an authority of the path that is good at the time in question is known to have lost its key or its standing
   * when it signed a list.
   */
  #isLost(place: Place, signer: number, underWay: ReadonlySet<string>): boolean {
    const { at, now = at } = this.#inputs;
    // A certificate that is revoked now has failed by itself.
    if (now <= at) return false;
    const authorities = Array.from({ length: signer }, (_, index) => index + 1);
    return authorities.some((position) => this.#statusOf({ ...place, position }, underWay).status === 'revoked');
  }
}

/** Checks by which a signer has lost its standing, rather than never having had it. */
const losses: readonly string[] = ['certificate-not-revoked', 'certificate-validity'];

function trustedKey(
  above: readonly Certificate[],
  { valid, checks, path, publicKey }: PathResult,
): TrustedKey | undefined {
  const signer = path.at(-1);
  const wrong = checks.filter(({ status }) => status === 'failed' || status === 'indeterminate');
  if (!signer || !publicKey || !wrong.every(({ code }) => losses.includes(code))) return undefined;
  const beside = path.slice(1).filter((certificate) => !above.includes(certificate));
  const key = { spki: publicKey, algorithm: signer.publicKey.algorithm.oid, parameters: undefined, beside };
  return valid === 'passed' ? key : { ...key, doubt: 'crl-signer-path' };
}
