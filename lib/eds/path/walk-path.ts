import type { SignatureAnswer } from '../algorithms.ts';
import type { RevocationStatus } from '../revocation/revocation-status.ts';
import type { Budget } from '../budget.ts';
import { isoTime } from '../iso-time.ts';
import { isSelfIssued, type Certificate } from '../x509/certificate.ts';
import type { CertificationPath } from './build-paths.ts';
import { NameConstraintState } from './name-constraints.ts';
import { PathReport } from './path-checks.ts';
import { PolicyState, type PolicyInputs } from './policy-state.ts';
import { nextWorkingKey, type WorkingKey } from './working-key.ts';

/** The inputs of one walk besides the path (RFC 5280 6.1.1). */
export interface WalkInputs {
  readonly at: Date;
  readonly policy: PolicyInputs;
  readonly budget: Budget;
  readonly verify: (certificate: Certificate, key: WorkingKey) => SignatureAnswer;
  /**
   * The status of `path[position]`; `keys` are the working keys of the certificates above it. Absent: revocation is not
   * checked.
   */
  readonly statusOf?: (position: number, keys: readonly WorkingKey[]) => RevocationStatus;
}

export interface Walk {
  readonly report: PathReport;
  /** user-constrained-policy-set. */
  readonly policies: ReadonlySet<string>;
  /** The working key of each certificate, the anchor's first. */
  readonly keys: readonly WorkingKey[];
  /** When it is worth asking again about revocation that could not be determined. */
  readonly tryAgainAfter: Date | undefined;
}

/**
 * RFC 5280 6.1.2–6.1.5 over one path, its anchor first. Every check is made and reported, also after one has failed.
 */
class Walker {
  readonly report = new PathReport();
  readonly keys: WorkingKey[];
  tryAgainAfter: Date | undefined;
  readonly #path: CertificationPath;
  readonly #inputs: WalkInputs;
  readonly #policies: PolicyState;
  readonly #names: NameConstraintState;
  readonly #at: string;
  #maxPathLength: number;
  #issued = true;

  /** RFC 5280 6.1.2. */
  constructor(path: CertificationPath, inputs: WalkInputs) {
    this.#path = path;
    this.#inputs = inputs;
    this.#names = new NameConstraintState(inputs.budget);
    this.#at = isoTime(inputs.at);
    this.#policies = new PolicyState(inputs.policy, path.length - 1);
    this.#maxPathLength = path.length - 1;
    this.keys = [nextWorkingKey(path[0].publicKey)];
  }

  walk(): Walk {
    const last = this.#path.length - 1;
    this.#path.forEach((certificate, position) => {
      if (position === 0) return;
      this.#process(certificate, position, position === last);
      if (position < last) this.#prepareNext(certificate);
    });
    const policies = this.#wrapUp(this.#path[last] ?? this.#path[0]);
    return { report: this.report, policies, keys: this.keys, tryAgainAfter: this.tryAgainAfter };
  }

  /** RFC 5280 6.1.3. */
  #process(certificate: Certificate, position: number, last: boolean): void {
    this.#inputs.budget.attempt(priceOfStep(certificate, position));
    this.#checkSignature(certificate, position);
    this.#checkValidity(certificate);
    const named = certificate.issuer.canonical === this.#path[position - 1]?.subject.canonical;
    this.#issued &&= named;
    this.#checkRevocation(certificate, position);
    this.report.add('certificate-issuer-name', named, certificate);
    if (last || !isSelfIssued(certificate)) {
      const problem = this.#names.violation(certificate);
      this.report.add('certificate-names-permitted', problem === undefined, certificate, problem && { problem });
    }
    this.report.add('certificate-policy-known', this.#policies.process(certificate, last), certificate);
  }

  #checkSignature(certificate: Certificate, position: number): void {
    const key = this.keys[position - 1];
    const answer = key ? this.#inputs.verify(certificate, key) : 'invalid';
    this.#issued &&= answer === 'valid';
    const problem = { problem: 'signature-unsupported', algorithm: certificate.signatureAlgorithm.oid };
    if (answer === 'unsupported') this.report.add('certificate-signature', 'indeterminate', certificate, problem);
    else this.report.add('certificate-signature', answer === 'valid', certificate);
  }

  #checkValidity(certificate: Certificate): void {
    const { notBefore, notAfter } = certificate;
    const { at } = this.#inputs;
    const early = at < notBefore && 'certificate-not-yet-valid';
    const problem = early || (at > notAfter && 'certificate-expired');
    const detail = { notBefore: isoTime(notBefore), notAfter: isoTime(notAfter), at: this.#at };
    this.report.add('certificate-validity', !problem, certificate, problem ? { problem, ...detail } : detail);
  }

  /** If it is not proved that an issuer issued this certificate, its lists are not searched. */
  #checkRevocation(certificate: Certificate, position: number): void {
    if (this.#inputs.statusOf === undefined || !this.#issued) {
      this.report.add('certificate-not-revoked', 'not-applicable', certificate);
      return;
    }
    const status = this.#inputs.statusOf(position, this.keys);
    if (status.status === 'good') {
      const later = status.revokedLater && { revokedLater: isoTime(status.revokedLater) };
      const asOf = isoTime(status.asOf);
      this.report.add('certificate-not-revoked', true, certificate, { asOf, ...later });
    } else if (status.status === 'revoked') {
      const { problem, revokedAt, reason, invalidSince } = status;
      const since = invalidSince && { invalidSince: isoTime(invalidSince) };
      const detail = { problem, revokedAt: isoTime(revokedAt), reason, ...since };
      this.report.add('certificate-not-revoked', false, certificate, detail);
    } else {
      const { code: problem, tryAgainAfter } = status;
      const detail = { problem, ...(tryAgainAfter && { tryAgainAfter: isoTime(tryAgainAfter) }) };
      this.tryAgainAfter = later(this.tryAgainAfter, tryAgainAfter);
      this.report.add('certificate-not-revoked', 'indeterminate', certificate, detail);
    }
  }

  /** RFC 5280 6.1.4. */
  #prepareNext(certificate: Certificate): void {
    const { basicConstraints, keyUsage, policyMappings } = certificate.extensions;
    const mapped = this.#policies.applyMappings(certificate);
    if (policyMappings) this.report.add('issuer-policy-mappings', mapped, certificate);
    this.#names.constrain(certificate);
    this.keys.push(nextWorkingKey(certificate.publicKey, this.keys.at(-1)));
    this.#policies.count(certificate);
    this.report.add('issuer-is-authority', basicConstraints?.ca === true, certificate);
    if (!isSelfIssued(certificate)) {
      this.report.add('issuer-path-length', this.#maxPathLength > 0, certificate);
      this.#maxPathLength -= 1;
    }
    this.#maxPathLength = Math.min(this.#maxPathLength, basicConstraints?.pathLength ?? Infinity);
    const maySign = keyUsage === undefined || keyUsage.has('keyCertSign');
    this.report.add('issuer-may-sign-certificates', maySign, certificate);
    this.#checkCritical(certificate);
  }

  /** RFC 5280 6.1.5. */
  #wrapUp(certificate: Certificate): ReadonlySet<string> {
    this.keys.push(nextWorkingKey(certificate.publicKey, this.keys.at(-1)));
    this.#checkCritical(certificate);
    const { accepted, policies } = this.#policies.wrapUp(certificate);
    this.report.add('path-policy-accepted', accepted, certificate);
    return policies;
  }

  #checkCritical(certificate: Certificate): void {
    const [oid] = certificate.unknownCritical;
    this.report.add(
      'critical-extensions-known',
      oid === undefined,
      certificate,
      oid === undefined ? undefined : { oid },
    );
  }
}

/**
 * Microseconds of all checks of a certificate except signature and names: its policies are compared with all levels
 * above.
 */
const priceOfStep = ({ extensions }: Certificate, position: number): number => {
  const { certificatePolicies = [], policyMappings = [] } = extensions;
  return 20 + (certificatePolicies.length + policyMappings.length) * position * 0.5;
};

const later = (left: Date | undefined, right: Date | undefined): Date | undefined =>
  left === undefined || (right !== undefined && right > left) ? right : left;

export const walkPath = (path: CertificationPath, inputs: WalkInputs): Walk => new Walker(path, inputs).walk();
