import { namesIn } from '../language/sentence.ts';
import type { Finding, Path } from './defect.ts';
import type { RegulationText } from './schema.ts';

type DocumentForm = Pick<RegulationText['output'], 'text' | 'closing' | 'fields'>;
type Fields = RegulationText['form']['fields'];

/** How fields refer to each other, and sentences with fields. */
export const checkForms = ({ form, output }: RegulationText): Finding[] => [
  ...checkReferences(form.fields, ['form']),
  ...checkDocument(output, ['output']),
  ...(output.interim ? checkDocument(output.interim, ['output', 'interim']) : []),
];

const checkDocument = (document: DocumentForm, path: Path): Finding[] => [
  ...checkReferences(document.fields, path),
  ...(['text', 'closing'] as const).flatMap((place) => checkSentences(document, place, [...path, place])),
];

/** A period begins with a day in the same form, and a day of birth belongs to an IIN in the same form. */
const checkReferences = (fields: Fields, path: Path): Finding[] =>
  fields.flatMap(({ notBefore, birthOf }, index) => {
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
    ];
  });

function checkSentences(document: DocumentForm, place: 'text' | 'closing', path: Path): Finding[] {
  const sentences = document[place];
  if (!sentences) return [];
  const [ru, kk] = [namesIn(sentences.ru), namesIn(sentences.kk)].map((names) => names.toSorted().join(', '));
  const missing = namesIn(sentences.ru).filter(
    (name) => !document.fields.some((field) => field.name === name && field.required),
  );
  return [
    ...(ru === kk ? [] : [{ path, reason: `Russian has the places ${ru}, and Kazakh ${kk}` }]),
    ...missing.map((name) => ({ path, reason: `the document has no required field ${name}` })),
  ];
}
