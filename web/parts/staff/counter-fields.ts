import { checkIin } from '../../../lib/domain/identity/iin.ts';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import type { FieldError } from '../../../lib/domain/problem/problem.ts';
import type { FieldSpec } from '../../form/field-spec.ts';
import { load, type Answer } from '../../kit.ts';
import { counterTexts } from '../../texts/counter.ts';

type Service = Answer<'GET /services/{service}'>;
type Rules = typeof import('../../later/check-form.ts');

/** The visitor at the counter. */
export const visitor: readonly FieldSpec[] = [
  {
    ...{ name: 'iin', label: counterTexts.iin, required: true, length: { min: 12, max: 12 } },
    ...{ format: 'numeric', kind: 'iin' },
  },
  {
    ...{ name: 'fullName', label: counterTexts.fullName, required: true, length: { min: 2, max: 150 }, format: 'text' },
  },
];

const chosen = (name: 'service' | 'channel' | 'office'): FieldSpec => ({
  ...{ name, label: counterTexts[name], required: true, length: { min: 1, max: 128 }, format: 'text' },
});
export const choices: readonly FieldSpec[] = [chosen('service'), chosen('channel'), chosen('office')];

/** The fields of the service's own form in the channel; the applicant's IIN has been asked for already. */
export const askedOf = (service: Service | undefined, channel: string): readonly FieldSpec[] =>
  fieldsIn(service?.fields ?? [], channel).filter(({ meaning }) => meaning !== 'applicant-iin');

type Values = Readonly<Record<string, string>>;

/** The service's form as the API takes it. */
export const formOf = (service: Service, values: Values): Values =>
  Object.fromEntries(
    fieldsIn(service.fields, values['channel'] ?? '').map(({ name, meaning }) => [
      name,
      meaning === 'applicant-iin' ? (values['iin'] ?? '') : (values[name] ?? ''),
    ]),
  );

const missing = (specs: readonly FieldSpec[], values: Values): FieldError[] =>
  specs.filter(({ name }) => !values[name]).map(({ name }) => ({ field: `/${name}`, rule: 'required', expected: '' }));

export function iinFault(iin: string): FieldError[] {
  if (iin === '') return [{ field: '/iin', rule: 'required', expected: '' }];
  if (iin.length !== 12) return [{ field: '/iin', rule: 'length', expected: '', given: iin }];
  const rule = checkIin(iin);
  return rule ? [{ field: '/iin', rule, expected: '', given: iin }] : [];
}

/** Everything that prevents a signature, in the order of the page. */
export async function checkAll(service: Service | undefined, values: Values): Promise<FieldError[]> {
  const { iin = '', fullName = '' } = values;
  const name =
    fullName.length === 1
      ? [{ field: '/fullName', rule: 'length', expected: '', given: fullName }]
      : missing(visitor.slice(1), values);
  const above = [...iinFault(iin), ...name, ...missing(service ? choices : choices.slice(0, 1), values)];
  if (!service) return above;
  const { checkForm } = await load<Rules>('later/check-form');
  const asked = askedOf(service, values['channel'] ?? '');
  const form = checkForm(asked, Object.fromEntries(asked.map((f) => [f.name, values[f.name] ?? ''])), {
    ...{ at: '/form', applicantIin: iin, complete: true },
  });
  return [...above, ...form];
}
