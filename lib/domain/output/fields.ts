import type { Bilingual, Language } from '../language/bilingual.ts';
import { writeShortDay } from '../language/dates.ts';
import { fillIn, namesIn } from '../language/sentence.ts';
import { writeMoney } from '../language/number-words.ts';
import type { OutputField } from './document.ts';
import { labels } from './wording.ts';

/** A line of the regulation's output form: its label, and where its value comes from. */
export interface Line {
  readonly name: string;
  readonly label: Bilingual;
  readonly from:
    'officer' | 'applicant-name' | 'applicant-iin' | 'submitted-day' | 'signer-name' | 'form' | 'queue-place';
  readonly kind?: string | undefined;
  readonly choices?: readonly Bilingual[] | undefined;
}

/** What is known when the document is made. Values have passed the form's check. */
export interface Known {
  readonly applicant: { readonly name: string; readonly iin: string };
  /** ISO day. */
  readonly submittedOn: string;
  readonly form: Readonly<Record<string, string>>;
  /** The place in the queue at registration. */
  readonly place?: number | undefined;
  /** What the officer filled in at approval. */
  readonly decided: Readonly<Record<string, string>>;
}

const answers = {
  yes: { kk: 'иә', ru: 'да' },
  no: { kk: 'жоқ', ru: 'нет' },
} as const satisfies Record<string, Bilingual>;

const sources: Record<Line['from'], (known: Known, name: string) => string | undefined> = {
  officer: ({ decided }, name) => decided[name],
  form: ({ form }, name) => form[name],
  'applicant-name': ({ applicant }) => applicant.name,
  'applicant-iin': ({ applicant }) => applicant.iin,
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
      if (!value) throw new Error(`a sentence of the document has no ${name}`);
      const printed = printValue(line, value);
      return typeof printed === 'string' ? printed : printed[language];
    });
  return { kk: fill(kk, 'kk'), ru: fill(ru, 'ru') };
}

/**
 * The lines of a certificate, in the form's order, without empty ones. The IIN follows the name even if the form has no
 * line for it: many people share a name, and the reader must know whose certificate it is. What stands in the
 * form's `sentences` has no line, but the name.
 */
export function printFields(
  lines: readonly Line[],
  known: Known,
  sentences: readonly (Bilingual | undefined)[] = [],
): OutputField[] {
  const said = new Set(sentences.flatMap((sentence) => (sentence ? namesIn(sentence.ru) : [])));
  const hasIin = lines.some(({ from }) => from === 'applicant-iin');
  return lines.flatMap((line): OutputField[] => {
    const value = sources[line.from](known, line.name);
    if (!value || (said.has(line.name) && line.from !== 'applicant-name')) return [];
    const printed = { label: { ...line.label }, value: printValue(line, value) };
    if (line.from !== 'applicant-name' || hasIin) return [printed];
    return [printed, { label: { ...labels.iin }, value: known.applicant.iin }];
  });
}

function printValue({ kind, choices = [] }: Line, value: string): OutputField['value'] {
  if (kind === 'day') return writeShortDay(value);
  if (kind === 'money') return writeMoney(Number(value));
  if (kind === 'yes-no') return value === 'yes' ? answers.yes : answers.no;
  if (kind === 'choice') return choices[Number(value) - 1] ?? value;
  return value;
}
