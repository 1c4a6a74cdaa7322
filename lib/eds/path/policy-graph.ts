import { oids } from '../oid.ts';

const { anyPolicy } = oids;

interface PolicyNode {
  readonly policy: string;
  expected: ReadonlySet<string>;
  readonly parents: ReadonlySet<PolicyNode>;
}

type Level = ReadonlyMap<string, PolicyNode>;

/**
 * The valid_policy_graph of RFC 9618, which replaces RFC 5280's tree. It has one node for each policy and level, so
 * mappings that are made to multiply cost nothing. The results are those of the tree. Qualifiers are not kept, because
 * no decision depends on them.
 */
export class PolicyGraph {
  /** By depth; no levels at all means NULL. Depth 0 is the trust anchor's. */
  #levels: Map<string, PolicyNode>[];

  /** RFC 5280 6.1.2(a). */
  constructor() {
    const root: PolicyNode = { policy: anyPolicy, expected: new Set([anyPolicy]), parents: new Set() };
    this.#levels = [new Map([[anyPolicy, root]])];
  }

  get isNull(): boolean {
    return this.#levels.length === 0;
  }

  /** RFC 5280 6.1.3(e). */
  clear(): void {
    this.#levels = [];
  }

  /** RFC 5280 6.1.3(d) as RFC 9618 5.3 has it. `anyAllowed`: the certificate's anyPolicy counts. */
  addLevel(policies: readonly string[], anyAllowed: boolean): void {
    const above = this.#levels.at(-1);
    if (above === undefined) return;
    const expecting = parentsByExpectation(above);
    const level = new Map<string, PolicyNode>();
    const add = (policy: string, parents: readonly PolicyNode[]): void => {
      level.set(policy, { policy, expected: new Set([policy]), parents: new Set(parents) });
    };
    const any = above.get(anyPolicy);
    for (const policy of policies.filter((candidate) => candidate !== anyPolicy)) {
      const parents = expecting.get(policy) ?? (any ? [any] : []);
      if (parents.length > 0) add(policy, parents);
    }
    if (anyAllowed && policies.includes(anyPolicy)) {
      for (const [policy, parents] of expecting) if (!level.has(policy)) add(policy, parents);
    }
    this.#levels.push(level);
    this.#prune();
  }

  /** RFC 5280 6.1.4(b)(1): below, a policy is replaced by the one to which it is mapped. */
  map(policy: string, subjectPolicies: ReadonlySet<string>): void {
    const level = this.#levels.at(-1);
    const node = level?.get(policy);
    if (node) node.expected = subjectPolicies;
    else if (level?.has(anyPolicy)) {
      const parent = this.#levels.at(-2)?.get(anyPolicy);
      if (parent) level.set(policy, { policy, expected: subjectPolicies, parents: new Set([parent]) });
    }
  }

  /** RFC 5280 6.1.4(b)(2): mapping is inhibited, so the policy ends here. */
  remove(policy: string): void {
    if (this.#levels.at(-1)?.delete(policy) === true) this.#prune();
  }

  /**
   * RFC 9618 5.5: the policies under which the authorities issued the path. A node counts if it comes from anyPolicy;
   * anyPolicy itself counts if it reached the last level.
   */
  get authorityPolicies(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const node of this.#levels.slice(1).flatMap((level) => [...level.values()])) {
      const fromAny = [...node.parents].some((parent) => parent.policy === anyPolicy);
      if (node.policy !== anyPolicy && fromAny) found.add(node.policy);
    }
    if (this.#levels.at(-1)?.has(anyPolicy) === true) found.add(anyPolicy);
    return found;
  }

  /** RFC 5280 6.1.3(d)(3): a node without children is removed, from the last level but one upwards. */
  #prune(): void {
    for (let depth = this.#levels.length - 1; depth > 0; depth--) {
      const below = this.#levels[depth] ?? new Map<string, PolicyNode>();
      const alive = new Set<PolicyNode>();
      for (const node of below.values()) for (const parent of node.parents) alive.add(parent);
      const level = this.#levels[depth - 1];
      for (const [policy, node] of level ?? []) if (!alive.has(node)) level?.delete(policy);
    }
    if (this.#levels[0]?.size === 0) this.clear();
  }
}

const parentsByExpectation = (level: Level): ReadonlyMap<string, PolicyNode[]> => {
  const parents = new Map<string, PolicyNode[]>();
  for (const node of level.values()) {
    for (const policy of node.expected) {
      const known = parents.get(policy);
      if (known) known.push(node);
      else parents.set(policy, [node]);
    }
  }
  return parents;
};
