import { oids } from '../oid.ts';
import { isSelfIssued, type Certificate } from '../x509/certificate.ts';
import { PolicyGraph } from './policy-graph.ts';

const { anyPolicy } = oids;

/** RFC 5280 6.1.1(c), (e)–(g). The defaults accept any policy and require none. */
export interface PolicyInputs {
  /** user-initial-policy-set: dotted OIDs, anyPolicy for all. */
  readonly initialPolicySet?: readonly string[];
  readonly initialExplicitPolicy?: boolean;
  readonly initialPolicyMappingInhibit?: boolean;
  readonly initialInhibitAnyPolicy?: boolean;
}

/** The state variables of policy processing (RFC 5280 6.1.2(a), (d)–(f)) and the steps that change them. */
export class PolicyState {
  readonly #graph = new PolicyGraph();
  readonly #userPolicies: ReadonlySet<string>;
  #explicitPolicy: number;
  #policyMapping: number;
  #inhibitAnyPolicy: number;

  /** `length`: how many certificates the path has, without the anchor. */
  constructor(inputs: PolicyInputs, length: number) {
    const initial = inputs.initialPolicySet ?? [];
    this.#userPolicies = new Set(initial.length === 0 ? [anyPolicy] : initial);
    this.#explicitPolicy = inputs.initialExplicitPolicy === true ? 0 : length + 1;
    this.#policyMapping = inputs.initialPolicyMappingInhibit === true ? 0 : length + 1;
    this.#inhibitAnyPolicy = inputs.initialInhibitAnyPolicy === true ? 0 : length + 1;
  }

  /** RFC 5280 6.1.3(d)–(f): processes the certificate's policies; false if a policy is required and none is left. */
  process(certificate: Certificate, last: boolean): boolean {
    const policies = certificate.extensions.certificatePolicies;
    if (policies === undefined) this.#graph.clear();
    else {
      const anyAllowed = this.#inhibitAnyPolicy > 0 || (!last && isSelfIssued(certificate));
      this.#graph.addLevel(
        policies.map(({ policy }) => policy),
        anyAllowed,
      );
    }
    return this.#explicitPolicy > 0 || !this.#graph.isNull;
  }

  /** RFC 5280 6.1.4(a), (b): false if anyPolicy is mapped, which is forbidden. */
  applyMappings(certificate: Certificate): boolean {
    const bySource = new Map<string, Set<string>>();
    for (const { issuerDomainPolicy, subjectDomainPolicy } of certificate.extensions.policyMappings ?? []) {
      if (issuerDomainPolicy === anyPolicy || subjectDomainPolicy === anyPolicy) return false;
      bySource.set(issuerDomainPolicy, (bySource.get(issuerDomainPolicy) ?? new Set()).add(subjectDomainPolicy));
    }
    for (const [policy, subjectPolicies] of bySource) {
      if (this.#policyMapping > 0) this.#graph.map(policy, subjectPolicies);
      else this.#graph.remove(policy);
    }
    return true;
  }

  /** RFC 5280 6.1.4(h)–(j). */
  count(certificate: Certificate): void {
    if (!isSelfIssued(certificate)) {
      this.#explicitPolicy = Math.max(0, this.#explicitPolicy - 1);
      this.#policyMapping = Math.max(0, this.#policyMapping - 1);
      this.#inhibitAnyPolicy = Math.max(0, this.#inhibitAnyPolicy - 1);
    }
    const { policyConstraints, inhibitAnyPolicy } = certificate.extensions;
    this.#explicitPolicy = Math.min(this.#explicitPolicy, policyConstraints?.requireExplicitPolicy ?? Infinity);
    this.#policyMapping = Math.min(this.#policyMapping, policyConstraints?.inhibitPolicyMapping ?? Infinity);
    this.#inhibitAnyPolicy = Math.min(this.#inhibitAnyPolicy, inhibitAnyPolicy ?? Infinity);
  }

  /** RFC 5280 6.1.5(a), (b), (g): the user-constrained policy set, and whether it accepts the path. */
  wrapUp(last: Certificate): { readonly accepted: boolean; readonly policies: ReadonlySet<string> } {
    this.#explicitPolicy = Math.max(0, this.#explicitPolicy - 1);
    if (last.extensions.policyConstraints?.requireExplicitPolicy === 0) this.#explicitPolicy = 0;
    const policies = this.#intersect(this.#graph.authorityPolicies);
    return { accepted: this.#explicitPolicy > 0 || policies.size > 0, policies };
  }

  /** RFC 9618 5.5: anyPolicy on one side leaves the other as it is. */
  #intersect(authority: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#userPolicies.has(anyPolicy)) return authority;
    if (authority.has(anyPolicy)) return this.#userPolicies;
    return new Set([...authority].filter((policy) => this.#userPolicies.has(policy)));
  }
}
