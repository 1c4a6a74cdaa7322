import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { Facts, Text } from '../texts/text.ts';
import { faults } from '../texts/faults.ts';
import type { FieldSpec } from '../form/field-spec.ts';

/** A finding of the API has its own sentence, in the language of the page. */
type Fault = Pick<FieldError, 'field' | 'rule' | 'given'> & { readonly text?: string };

/**
 * Rules whose sentence needs only the rule; zod's own rules are among them, because the API's contracts answer with
 * them.
 */
const byRule: Readonly<Record<string, keyof typeof faults>> = {
  required: 'required',
  invalid_type: 'required',
  day: 'day',
  'not-future': 'not-future',
  'not-past': 'not-past',
  'not-before': 'not-before',
  'birth-of': 'birth-of',
  'younger-than': 'younger-than',
  'of-another': 'of-another',
  together: 'together',
  money: 'money',
  'yes-no': 'choice',
  choice: 'choice',
  email: 'email',
  phone: 'phone',
  'iin-digits': 'iin',
  'iin-century-and-sex': 'iin',
  'iin-birth-date': 'iin',
  'iin-check-digit': 'iin',
  'iin-at-counters': 'iin-at-counters',
  'applicant-iin': 'applicant-iin',
  offered: 'offered',
  'password-has-iin': 'password-has-iin',
  'password-too-even': 'password-too-even',
  'password-common': 'password-common',
  'name-proved': 'name-proved',
  'name-mixed': 'name-mixed',
};

/** The same for fields that only a contract knows, not a regulation. */
const byField: Readonly<Record<string, keyof typeof faults>> = {
  '/iin': 'iin',
  '/email': 'email',
  '/phone': 'phone-international',
  '/fullName': 'name',
  '/password': 'password-length',
  '/newPassword': 'password-length',
};

/** What the field needs and what was given, as a sentence in both languages with the values for its placeholders. */
export function sentenceOf(fault: Fault, spec?: FieldSpec): [Text, Facts?] {
  const { rule, field, given = '', text } = fault;
  if (spec?.kind === 'day' && (rule === 'length' || rule === 'format')) return [faults.day];
  if (spec && rule === 'length') {
    const { min, max } = spec.length;
    const facts = { min, max, n: max, given: given.length };
    return [min === max ? faults.exact : faults.range, facts];
  }
  if (rule === 'format') return [spec?.format === 'numeric' ? faults.digits : faults.characters];
  const known = byRule[rule] ?? byField[field];
  if (known === undefined && text !== undefined) return [{ kk: text, ru: text }];
  return [faults[known ?? 'other']];
}
