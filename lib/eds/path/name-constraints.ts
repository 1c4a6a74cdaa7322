import type { Budget } from '../budget.ts';
import { oids } from '../oid.ts';
import { attributeValues, isEmptyName } from '../name.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { NameConstraints } from '../x509/extensions/name-constraints.ts';
import type { GeneralName } from '../x509/general-name.ts';
import { withinAddress, withinDirectory, withinDns, withinMailbox, withinUri } from './subtrees.ts';

/** How many comparisons one path may cost: an attacker would multiply names and constraints. */
const mostComparisons = 200_000;

/** Whether a name is in a subtree; undefined if this is not certain. Both have the same form. */
const within = (name: GeneralName, base: GeneralName): boolean | undefined => {
  if (name.form === 'directory' && base.form === 'directory') return withinDirectory(name.name, base.name);
  if (name.form === 'dns' && base.form === 'dns') return withinDns(name.value, base.value);
  if (name.form === 'rfc822' && base.form === 'rfc822') return withinMailbox(name.value, base.value);
  if (name.form === 'uri' && base.form === 'uri') return withinUri(name.value, base.value);
  if (name.form === 'ip' && base.form === 'ip') return withinAddress(name.octets, base.octets);
  return undefined;
};

/** The names of a certificate to which constraints apply (RFC 5280 6.1.3(b), 4.2.1.10). */
const namesOf = ({ subject, extensions }: Certificate): readonly GeneralName[] => {
  const directory: GeneralName[] = isEmptyName(subject) ? [] : [{ form: 'directory', name: subject }];
  const legacy = (): GeneralName[] =>
    attributeValues(subject, oids.attribute.email).map((value) => ({ form: 'rfc822', value }));
  return [...directory, ...(extensions.subjectAltName ?? legacy())];
};

/**
 * permitted_subtrees and excluded_subtrees (RFC 5280 6.1.2(b), (c)). Each authority's constraints are kept separately.
 * A name must satisfy all of them: the intersection of what is permitted, and the union of what is excluded.
 */
export class NameConstraintState {
  readonly #constraints: NameConstraints[] = [];
  #comparisons = 0;
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** RFC 5280 6.1.4(g). */
  constrain({ extensions }: Certificate): void {
    if (extensions.nameConstraints) this.#constraints.push(extensions.nameConstraints);
  }

  /** RFC 5280 6.1.3(b), (c): undefined if all names are permitted, otherwise why not. */
  violation(certificate: Certificate): 'name-not-permitted' | 'names-too-many' | undefined {
    if (this.#constraints.length === 0) return undefined;
    for (const name of namesOf(certificate)) {
      for (const { permitted, excluded } of this.#constraints) {
        this.#comparisons += permitted.length + excluded.length;
        if (this.#comparisons > mostComparisons) return 'names-too-many';
        this.#budget.attempt((permitted.length + excluded.length) * (0.1 + lengthOf(name) / 500));
        if (!satisfies(name, permitted, excluded)) return 'name-not-permitted';
      }
    }
    return undefined;
  }
}

/** How many comparisons may be needed. */
const lengthOf = (name: GeneralName): number => ('value' in name ? name.value.length : 0);

const satisfies = (name: GeneralName, permitted: readonly GeneralName[], excluded: readonly GeneralName[]): boolean => {
  const allowing = permitted.filter(({ form }) => form === name.form);
  const forbidding = excluded.filter(({ form }) => form === name.form);
  // Uncertainty counts against the name: it is not in what is permitted, and may be in what is excluded.
  const allowed = allowing.length === 0 || allowing.some((base) => within(name, base) === true);
  return allowed && forbidding.every((base) => within(name, base) === false);
};
