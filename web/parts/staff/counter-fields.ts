import { checkIin, namesBirth } from '../../../lib/domain/identity/iin.ts';
import { fieldsIn } from '../../../lib/domain/regulation/fields-in.ts';
import type { FormValues } from '../../../lib/domain/regulation/form-values.ts';
import type { FieldError } from '../../../lib/domain/problem/problem.ts';
import type { FieldSpec } from '../../form/field-spec.ts';
import { sentOf } from '../../form/rows.ts';
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

/** Names of the API, by which the sex is chosen: the first is choice 1. */
const sexes = ['female', 'male'] as const;
/** Of a visitor whose IIN names neither, as the identity document says. */
export const birth: readonly FieldSpec[] = [
  {
    ...{ name: 'applicantBirthDate', label: counterTexts.birthDate, required: true, length: { min: 10, max: 10 } },
    ...{ format: 'text', kind: 'day', when: 'not-future' },
  },
  {
    ...{ name: 'applicantSex', label: counterTexts.sex, required: true, length: { min: 1, max: 1 }, format: 'text' },
    ...{ kind: 'choice', choices: sexes.map((sex) => counterTexts[sex]) },
  },
];

/** What is asked about a visitor besides IIN and name. */
export const birthOf = (iin: string): readonly FieldSpec[] =>
  checkIin(iin) === undefined && !namesBirth(iin) ? birth : [];

/** The visitor as the API takes them. */
export const applicantOf = ({ iin = '', fullName = '', applicantBirthDate, applicantSex }: Values) => ({
  ...{ iin, fullName },
  ...(birthOf(iin).length > 0 && { birthDate: applicantBirthDate, sex: sexes[Number(applicantSex) - 1] }),
});

/** The other way: of an application that is opened again. */
export const visitorValues = ({
  iin,
  fullName,
  birthDate,
  sex,
}: Answer<'GET /requests/{id}'>['applicant']): Values => ({
  ...{ iin, fullName },
  ...(birthDate && sex && { applicantBirthDate: birthDate, applicantSex: String(sexes.indexOf(sex) + 1) }),
});

const chosen = (name: 'service' | 'channel' | 'office'): FieldSpec => ({
  ...{ name, label: counterTexts[name], required: true, length: { min: 1, max: 128 }, format: 'text' },
});
export const choices: readonly FieldSpec[] = [chosen('service'), chosen('channel'), chosen('office')];

/** The fields of the service's own form in the channel; the applicant's IIN has been asked for already. */
export const askedOf = (service: Service | undefined, channel: string): readonly FieldSpec[] =>
  fieldsIn(service?.fields ?? [], channel).filter(({ meaning }) => meaning !== 'applicant-iin');

type Values = Readonly<Record<string, string>>;

/** The service's form as the API takes it. */
export function formOf(service: Service, values: Values): FormValues {
  const fields = fieldsIn(service.fields, values['channel'] ?? '');
  const own = fields
    .filter(({ meaning }) => meaning === 'applicant-iin')
    .map(({ name }) => [name, values['iin'] ?? '']);
  return { ...sentOf(fields, values), ...Object.fromEntries(own) };
}

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
  const { checkForm } = await load<Rules>('later/check-form');
  const name =
    fullName.length === 1
      ? [{ field: '/fullName', rule: 'length', expected: '', given: fullName }]
      : missing(visitor.slice(1), values);
  const born = checkForm(birthOf(iin), sentOf(birthOf(iin), values), { at: '', applicantIin: iin, complete: true });
  const above = [...iinFault(iin), ...name, ...born, ...missing(service ? choices : choices.slice(0, 1), values)];
  if (!service) return above;
  const asked = askedOf(service, values['channel'] ?? '');
  const form = checkForm(asked, sentOf(asked, values), { at: '/form', applicantIin: iin, complete: true });
  return [...above, ...form];
}
