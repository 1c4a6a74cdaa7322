import type { Check, EdsReport } from '../eds/report.ts';
import { describeCheck } from '../eds/texts.ts';
import { text, type Language } from '../eds/texts/language.ts';
import type { CardReport } from './report.ts';
import { cardProblemTexts, cardVerdicts, pagesProveNothing, signatureProblemWords } from './texts.ts';

const labels = {
  document: text('Document', 'Документ', 'Құжат'),
  signature: text('Signature', 'Подпись', 'Қолтаңба'),
  holds: text('holds', 'верна', 'дұрыс'),
  moment: text('signed at', 'подписано', 'қол қойылған уақыты'),
  octets: text('octets', 'байт', 'байт'),
} as const;

/** Enough to see the cause; the others follow from it. */
const MOST_CHECKS = 6;

const wrongIn = (report: EdsReport | undefined): readonly Check[] =>
  [...(report?.checks ?? []), ...(report?.signers ?? []).flatMap(({ checks }) => checks)]
    .filter(({ status }) => status === 'failed' || status === 'indeterminate')
    .slice(0, MOST_CHECKS);

/** The report as a block of text. It names the signers, so it is only for whoever has the card. */
export function describeCard({ verdict, problem, document, signatures }: CardReport, language: Language): string {
  return [
    `${cardVerdicts[verdict][language]}.`,
    ...(problem ? [`  - ${cardProblemTexts[problem][language]}.`] : []),
    ...(document
      ? [`${labels.document[language]}: ${document.name} (${document.octets.length} ${labels.octets[language]})`]
      : []),
    ...signatures.flatMap(({ name, problems, report }) => [
      `${labels.signature[language]}: ${name}`,
      ...(problems.length === 0 ? [`  + ${labels.holds[language]}`] : []),
      ...problems.map((each) => `  - ${signatureProblemWords[each][language]}`),
      ...wrongIn(report).map((each) => `    ${describeCheck(each, language)}`),
      ...(report?.signers ?? []).map(
        ({ identity, referenceTime }) =>
          `    ${[identity?.commonName, identity?.organisation].filter(Boolean).join(', ')}; ${labels.moment[language]} ${referenceTime}`,
      ),
    ]),
    pagesProveNothing[language],
    '',
  ].join('\n');
}
