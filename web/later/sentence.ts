import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { Facts, Text } from '../texts/text.ts';
import { faults } from '../texts/faults.ts';
import { tableTexts } from '../texts/table.ts';
import type { FieldSpec } from '../form/field-spec.ts';
import { cellId } from '../form/rows.ts';

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
  count: 'count',
  repeated: 'repeated',
  'within-period': 'within-period',
  'yes-no': 'choice',
  choice: 'choice',
  email: 'email',
  phone: 'phone',
  'iin-digits': 'iin',
  'iin-century-and-sex': 'iin',
  'iin-birth-date': 'iin',
  'iin-check-digit': 'iin',
  'iin-at-counters': 'iin-at-counters',
  'bin-digits': 'bin',
  'bin-month': 'bin',
  'bin-check-digit': 'bin',
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
export function sentenceOf(fault: Fault, spec?: Pick<FieldSpec, 'kind' | 'length' | 'format'>): [Text, Facts?] {
  const { rule, field, given = '', text } = fault;
  if (spec?.kind === 'day' && (rule === 'length' || rule === 'format')) return [faults.day];
  if (spec && rule === 'length') {
    const { min, max } = spec.length;
    const facts = { min, max, n: max, given: given.length };
    return [min === max ? faults.exact : faults.range, facts];
  }
  if (spec && rule === 'rows') return [faults.rows, { min: spec.length.min, n: spec.length.max }];
  if (rule === 'format') return [spec?.format === 'numeric' ? faults.digits : faults.characters];
  const known = byRule[rule] ?? byField[field];
  if (known === undefined && text !== undefined) return [{ kk: text, ru: text }];
  return [faults[known ?? 'other']];
}

interface Place {
  readonly fault: FieldError;
  /** Of the control. */
  readonly id: string;
  /** The field or column that it is about, if the form has it. */
  readonly spec: Pick<FieldSpec, 'label' | 'kind' | 'length' | 'format'> | undefined;
  /** The table of a cell, and its row from 0. */
  readonly table?: string;
  readonly row?: number;
}

/** Where the faults are on the page: `/fields/payments/2/amount` is the cell `payments-2-amount`, `/form/iin` the field `iin`. */
export const placesOf = (faults: readonly FieldError[], specs: readonly FieldSpec[]): Place[] =>
  faults.map((fault) => {
    const [, table, row, column] = /([^/]+)\/(\d+)\/([^/]+)$/.exec(fault.field) ?? [];
    const name = table ?? fault.field.split('/').at(-1)!;
    const spec = specs.find((each) => each.name === name);
    if (table === undefined || column === undefined) return { fault, id: name, spec };
    return {
      ...{ fault, table, row: Number(row), id: cellId(table, Number(row), column) },
      spec: spec?.columns?.find((each) => each.name === column),
    };
  });

/** A fault in a list of them: the field before the sentence, and a cell's row before its column. */
export function lineOf({ fault, spec, row }: Place, t: (text: Text, facts?: Facts) => string): string {
  const sentence = t(...sentenceOf(fault, spec));
  if (!spec) return sentence;
  const inRow = row === undefined ? t(spec.label) : `${t(tableTexts.row, { n: row + 1 })}, ${lower(t(spec.label))}`;
  return `${inRow}: ${lower(sentence)}`;
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
