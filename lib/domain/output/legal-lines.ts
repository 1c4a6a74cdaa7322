import type { Bilingual } from '../language/bilingual.ts';

/** A sentence that the law wants on a document, and on which days it does (ISO, both included). */
export interface LegalLine extends Bilingual {
  /** `document`: on every electronic one. `refusal`: with the right of appeal, such as the term, the court, the hearing. */
  readonly on: 'document' | 'refusal';
  readonly from: string;
  readonly until?: string;
  readonly act: string;
  /** Where it was read. */
  readonly read: string;
}

/**
 * People review this table. Nobody has read whether the law of 2003 is still in force in 2026, after the Digital Code: a
 * lawyer of the akimat writes its last day into `until`, and the line of the law that follows below it. Nobody has read the law of
 * administrative procedure either: the term and the court of an appeal are not here until somebody has (docs/readings.md).
 */
const lines: readonly LegalLine[] = [
  {
    on: 'document',
    from: '2003-01-07',
    act: 'Закон Республики Казахстан от 7 января 2003 года № 370-II, статья 7, пункт 1',
    read: 'постановление акимата Мангистауской области от 9 апреля 2012 года № 63, приложение 4; the number is from the law',
    kk: 'Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» Қазақстан Республикасының 2003 жылғы 7 қаңтардағы № 370-II Заңы 7-бабының 1-тармағына сәйкес қағаз тасығыштағы құжатпен бірдей.',
    ru: 'Данный документ согласно пункту 1 статьи 7 Закона Республики Казахстан от 7 января 2003 года № 370-II «Об электронном документе и электронной цифровой подписи» равнозначен документу на бумажном носителе.',
  },
];

/** @param day ISO day on which the document is issued */
export const standingLines = (on: LegalLine['on'], day: string, all = lines): readonly Bilingual[] =>
  all.filter((line) => line.on === on && line.from <= day && (line.until === undefined || day <= line.until));
