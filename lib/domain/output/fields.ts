import type { Bilingual, Language } from '../language/bilingual.ts';
import { writeShortDay } from '../language/dates.ts';
import { fillIn, namesIn } from '../language/sentence.ts';
import type { Column } from '../regulation/schema.ts';
import type { FormValue, FormValues, Rows } from '../regulation/form-values.ts';
import { writeMoney, writeTenge } from '../language/number-words.ts';
import type { OutputField, OutputTable } from './document.ts';
import { organisationLabels } from './organisation.ts';
import { labels } from './wording.ts';

/** A line of the regulation's output form: its label, and where its value comes from. */
export interface Line {
  readonly name: string;
  readonly label: Bilingual;
  readonly from:
    'officer' | 'applicant-name' | 'applicant-iin' | 'submitted-day' | 'signer-name' | 'form' | 'queue-place';
  readonly kind?: string | undefined;
  readonly choices?: readonly Bilingual[] | undefined;
  /** Of a table. */
  readonly columns?: readonly Pick<Column, 'name' | 'label' | 'kind' | 'choices'>[] | undefined;
}

/** What is known when the document is made. Values have passed the form's check. */
export interface Known {
  readonly applicant: { readonly name: string; readonly iin: string };
  /** The legal person in whose name they applied: the document is for it, and has no IIN. */
  readonly organisation?: { readonly name: string; readonly bin: string } | undefined;
  /** ISO day. */
  readonly submittedOn: string;
  readonly form: FormValues;
  /** The place in the queue at registration. */
  readonly place?: number | undefined;
  /** What the officer filled in at approval. */
  readonly decided: FormValues;
}

const answers = {
  yes: { kk: 'иә', ru: 'да' },
  no: { kk: 'жоқ', ru: 'нет' },
} as const satisfies Record<string, Bilingual>;

const sources: Record<Line['from'], (known: Known, name: string) => FormValue | undefined> = {
  officer: ({ decided }, name) => decided[name],
  form: ({ form }, name) => form[name],
  'applicant-name': ({ applicant, organisation }) => (organisation ?? applicant).name,
  'applicant-iin': ({ applicant, organisation }) => (organisation ? undefined : applicant.iin),
  'submitted-day': ({ submittedOn }) => submittedOn,
  'queue-place': ({ place }) => place?.toString(),
  // The signature block names the signer.
  'signer-name': () => undefined,
};

/** The form's sentences with the values of their fields, each in the language of its sentence. */
export function printText({ kk, ru }: Bilingual, lines: readonly Line[], known: Known): Bilingual {
  const fill = (sentence: string, language: Language): string =>
    fillIn(sentence, (name) => {
      const line = lines.find((each) => each.name === name);
      const value = line && sources[line.from](known, name);
      if (!value || typeof value !== 'string') throw new Error(`a sentence of the document has no ${name}`);
      const printed = printValue(line, value);
      return typeof printed === 'string' ? printed : printed[language];
    });
  return { kk: fill(kk, 'kk'), ru: fill(ru, 'ru') };
}

/**
 * The lines of a certificate, in the form's order, without empty ones. The IIN follows the name even if the form has no
 * line for it: many people share a name, and the reader must know whose certificate it is. An organisation's BIN follows its name in the
 * same way, and then whoever applied in its name. What stands in the
 * form's `sentences` has no line, but the name.
 */
export function printFields(
  lines: readonly Line[],
  known: Known,
  sentences: readonly (Bilingual | undefined)[] = [],
): (OutputField | OutputTable)[] {
  const said = new Set(sentences.flatMap((sentence) => (sentence ? namesIn(sentence.ru) : [])));
  const hasIin = lines.some(({ from }) => from === 'applicant-iin');
  return lines.flatMap((line): (OutputField | OutputTable)[] => {
    const value = sources[line.from](known, line.name);
    if (!value || (said.has(line.name) && line.from !== 'applicant-name')) return [];
    if (typeof value !== 'string') return value.length > 0 ? [printTable(line, value)] : [];
    const printed = { label: { ...line.label }, value: printValue(line, value) };
    if (line.from !== 'applicant-name') return [printed];
    if (known.organisation) return [printed, ...signedFor(known.organisation, known.applicant)];
    return hasIin ? [printed] : [printed, { label: { ...labels.iin }, value: known.applicant.iin }];
  });
}

const signedFor = ({ bin }: NonNullable<Known['organisation']>, { name }: Known['applicant']): OutputField[] => [
  { label: { ...organisationLabels.bin }, value: bin },
  { label: { ...organisationLabels.inItsName }, value: name },
];

/** An empty cell stays empty: the other cells of its row must stand in their columns. */
const printTable = ({ label, columns = [] }: Line, rows: Readonly<Rows>): OutputTable => ({
  label: { ...label },
  columns: columns.map((column) => ({ ...column.label })),
  rows: rows.map((row) => columns.map((column) => printCell(column, row[column.name]))),
});

/** A sum stands in figures alone: a column of sums is read downwards. */
function printCell(
  column: Pick<Column, 'kind' | 'choices'>,
  value: string | undefined,
): OutputTable['rows'][number][number] {
  if (!value) return null;
  return column.kind === 'money' ? writeTenge(Number(value)) : printValue(column, value);
}

function printValue({ kind, choices = [] }: Pick<Line, 'kind' | 'choices'>, value: string): OutputField['value'] {
  if (kind === 'day') return writeShortDay(value);
  if (kind === 'money') return writeMoney(Number(value));
  if (kind === 'yes-no') return value === 'yes' ? answers.yes : answers.no;
  if (kind === 'choice') return choices[Number(value) - 1] ?? value;
  return value;
}
