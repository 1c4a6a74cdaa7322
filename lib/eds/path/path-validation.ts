import type { Crl } from '../crl/crl.ts';
import { listStatements } from '../crl/list-statements.ts';
import type { CrlSigner } from '../crl/revocation-query.ts';
import type { RevocationStatus } from '../crl/revocation-status.ts';
import { weigh } from '../revocation/weigh.ts';
import { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import { buildPaths, type CertificationPath } from './build-paths.ts';
import { findCrlSigner, type SignerSearch, type TrustedKey } from './crl-signer.ts';
import type { PathInputs } from './path-inputs.ts';
import { better, conclude, notFound, type PathResult } from './path-result.ts';
import type { PolicyInputs } from './policy-state.ts';
import { walkPath, type Walk } from './walk-path.ts';
import type { WorkingKey } from './working-key.ts';

const mostPaths = 24;
/** Signers of lists whose own lists have signers of their own, and so on. */
const deepestSearch = 4;

/** Microseconds of finding out which lists are about a certificate: each point is compared with each list, each list with each delta. */
const priceOfLists = ({ extensions }: Certificate, crls: readonly Crl[]): number => {
  const points = 1 + (extensions.crlDistributionPoints?.length ?? 0);
  const names = crls.map(({ extensions: { issuingDistributionPoint: scope } }) =>
    scope?.name?.kind === 'full' ? scope.name.names.length : 1,
  );
  return 2 + points * names.reduce((sum, each) => sum + each, 0) * 0.4 + crls.length ** 2 / 10;
};

/** One validation and the searches for signers of lists within it: they share the work that is allowed. */
export class PathValidation {
  readonly #inputs: PathInputs;
  readonly #work: Work;

  constructor(inputs: PathInputs) {
    this.#inputs = inputs;
    this.#work = inputs.work ?? new Work();
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
    for (const path of buildPaths(target, this.#inputs.candidates, anchors, this.#work.budget)) {
      const result = conclude(path, this.#walk(path, policy, underWay));
      if (result.valid === 'passed') return result;
      if (best === undefined || better(result, best)) best = result;
      if (++tried === mostPaths) break;
    }
    return best ?? notFound(this.#endsInStranger(target) ? 'root-not-pinned' : 'issuer-not-found', target);
  }

  /** Whether signatures lead up from a certificate to one that signed itself, which is no anchor: nothing that is yet to come makes that a path. */
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

  #walk(path: CertificationPath, policy: PolicyInputs, underWay: ReadonlySet<string>): Walk {
    const { at, revocation } = this.#inputs;
    return walkPath(path, {
      at,
      policy,
      budget: this.#work.budget,
      verify: (certificate, key) => this.#work.signature(certificate, key.spki),
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
    const { at, now = at, crls, listAfterIssue = false, deltaWhenPromised = false } = this.#inputs;
    const { listsKeepExpired = false, clockSkew = 0 } = this.#inputs;
    const [certificate, issuer, key] = [path[position], path[position - 1], keys[position - 1]];
    if (certificate === undefined || issuer === undefined || key === undefined) {
      return { status: 'undetermined', code: 'crl-signer-missing' };
    }
    // Its own status is what is asked for above; here only whether it may sign the list that answers.
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
        return this.#findSigner(crl, { above: path.slice(0, position), keys, candidates }, deeper);
      },
      isSignedBy: (crl, signer) => this.#work.signature(crl, signer) === 'valid',
    });
    const byOthers = this.#inputs.otherRevocation?.(certificate, { certificate: issuer, key }) ?? [];
    // Whoever signs a list vouches for what it says.
    const vouches = this.#inputs.vouches === true || underWay.size > 0;
    return weigh([...byLists, ...byOthers], { at, now, vouches });
  }

  /** A signer's own path is searched under the same anchor, with the certificates above in `underWay`. */
  #findSigner(
    crl: Crl,
    where: Pick<SignerSearch, 'above' | 'keys' | 'candidates'>,
    underWay: ReadonlySet<string>,
  ): CrlSigner {
    this.#work.budget.attempt(2 + where.candidates.length / 20);
    return findCrlSigner(crl, {
      ...where,
      verify: (list, key) => this.#work.signature(list, key),
      ...(this.#inputs.isWeak && { isWeak: this.#inputs.isWeak }),
      trust: (signer) =>
        underWay.size > deepestSearch
          ? undefined
          : trustedKey(where.above, this.search(signer, where.above.slice(0, 1), {}, underWay)),
    });
  }
}

/** What takes a signer's standing away, and not his having had it. */
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
