import { namesIn } from '../language/sentence.ts';
import { checkTables } from './check-table.ts';
import type { Finding, Path } from './defect.ts';
import type { RegulationText } from './schema.ts';

type DocumentForm = Pick<RegulationText['output'], 'text' | 'closing' | 'fields'>;
type Fields = readonly Omit<RegulationText['form']['fields'][number], 'from'>[];

/** How fields refer to each other, and sentences with fields. */
export const checkForms = ({ form, output, queue }: RegulationText): Finding[] => [
  ...checkChild(form.fields, queue),
  ...checkReferences(form.fields, ['form']),
  ...checkTables(form.fields, ['form']),
  ...checkDocument(output, form.fields, ['output']),
  ...(output.interim ? checkDocument(output.interim, form.fields, ['output', 'interim']) : []),
];

const checkDocument = (document: DocumentForm, form: Fields, path: Path): Finding[] => [
  ...checkReferences(document.fields, path),
  ...checkTables(document.fields, path),
  ...(['text', 'closing'] as const).flatMap((place) => checkSentences(document, form, place, [...path, place])),
];

/** Who waits must be known: required fields, an IIN and a day of birth with an age limit. */
function checkChild(fields: Fields, queue: RegulationText['queue']): Finding[] {
  const { child } = queue ?? {};
  if (!child) return [];
  const field = (name: string) => fields.find((each) => each.name === name && each.required);
  const isRight = {
    iin: field(child.iin)?.kind === 'iin',
    name: field(child.name) !== undefined,
    birthDate: field(child.birthDate)?.birthOf === child.iin && field(child.birthDate)?.youngerThan !== undefined,
  };
  return Object.entries(isRight).flatMap(([part, right]) =>
    right ? [] : [{ path: ['queue', 'child', part], reason: `the form does not require such a field` }],
  );
}

/** Digits of a sum that has words (lib/domain/language/number-words.ts). */
const longestSum = 12;

/** A period begins with a day in the same form, and a day of birth belongs to an IIN in the same form. */
const checkReferences = (fields: Fields, path: Path): Finding[] =>
  fields.flatMap((field, index) => {
    const { notBefore, birthOf, columns = [] } = field;
    const kindOf = (name: string) => {
      const found = fields.find((each) => each.name === name);
      return found?.meaning === 'applicant-iin' ? 'iin' : found?.kind;
    };
    const at = [...path, 'fields', index];
    return [
      ...(notBefore !== undefined && kindOf(notBefore) !== 'day'
        ? [{ path: [...at, 'notBefore'], reason: `the form has no day ${notBefore}` }]
        : []),
      ...(birthOf !== undefined && kindOf(birthOf) !== 'iin'
        ? [{ path: [...at, 'birthOf'], reason: `the form has no IIN ${birthOf}` }]
        : []),
      ...checkKind(field, at),
      ...columns.flatMap((column, no) => checkKind(column, [...at, 'columns', no])),
    ];
  });

/** A sum can be printed, and a choice has answers. */
const checkKind = ({ kind, length, choices = [] }: Pick<Fields[number], 'kind' | 'length' | 'choices'>, at: Path) => [
  ...(kind === 'money' && length.max > longestSum
    ? [{ path: [...at, 'length'], reason: `a sum has ${longestSum} digits at most` }]
    : []),
  ...(kind === 'choice' && choices.length === 0
    ? [{ path: [...at, 'choices'], reason: 'there is nothing to choose' }]
    : []),
];

function checkSentences(document: DocumentForm, form: Fields, place: 'text' | 'closing', path: Path): Finding[] {
  const sentences = document[place];
  if (!sentences) return [];
  const [ru, kk] = [namesIn(sentences.ru), namesIn(sentences.kk)].map((names) => names.toSorted().join(', '));
  // A sentence with a gap could not be printed, and the machine would wait before it for ever.
  const isGiven = (name: string) => form.some((field) => field.name === name && field.required);
  const missing = namesIn(sentences.ru).filter(
    (name) =>
      !document.fields.some(
        (field) =>
          field.name === name &&
          field.required &&
          field.kind !== 'table' &&
          field.from !== 'signer-name' &&
          (field.from !== 'form' || isGiven(name)),
      ),
  );
  return [
    ...(ru === kk ? [] : [{ path, reason: `Russian has the places ${ru}, and Kazakh ${kk}` }]),
    ...missing.map((name) => ({ path, reason: `the document has no required field ${name}` })),
  ];
}
