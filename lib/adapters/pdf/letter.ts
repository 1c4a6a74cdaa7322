import type { Bilingual, Language } from '../../domain/language/bilingual.ts';
import type { RefusalDocument, ReplyDocument } from '../../domain/output/document.ts';
import { organisationLabels } from '../../domain/output/organisation.ts';
import { representativeLabel } from '../../domain/output/representative.ts';
import { labels, refusalStatement, refusalTitle, replyStatement, replyTitle } from '../../domain/output/wording.ts';
import { ink, keep, left, width, write, type Kit, type Section } from './sheet.ts';
import { writeTitle } from './title.ts';

type Letter = RefusalDocument | ReplyDocument;

export const titleOf = ({ kind }: Letter): Bilingual => (kind === 'refusal' ? refusalTitle : replyTitle);

/** «Выходная форма отрицательного ответа», or the answer to a complaint: a letter with what was decided and why. */
export function writeLetter(kit: Kit, into: Section, letter: Letter) {
  writeAddressee(kit, into, letter);
  writeTitle(kit, into, titleOf(letter));
  kit.y += 14;
  const statement = letter.kind === 'refusal' ? refusalStatement(letter) : replyStatement(letter);
  for (const language of ['kk', 'ru'] as const) {
    write(kit, into, 'P', statement[language], language, { size: 10.5 });
    kit.y += 7;
  }
  if (letter.kind === 'refusal') writeReason(kit, into, labels.ground, letter.ground, true);
  else writeReason(kit, into, labels.outcome, letter.outcome, true);
  writeReason(kit, into, labels.reasoning, letter.text, false);
}

function writeAddressee(kit: Kit, into: Section, letter: Letter) {
  const { applicant, organisation } = letter;
  const representative = letter.kind === 'refusal' ? letter.representative : undefined;
  const place = { x: left + width * 0.5, width: width * 0.5, align: 'right' } as const;
  kit.y += 16;
  write(kit, into, 'P', `${labels.to.kk} / ${labels.to.ru}:`, undefined, { ...place, size: 9, colour: ink.label });
  const { label, number } = organisation
    ? { label: organisationLabels.bin, number: organisation.bin }
    : { label: labels.iin, number: applicant.iin };
  write(kit, into, 'P', (organisation ?? applicant).name, undefined, { ...place, size: 11, bold: true });
  write(kit, into, 'P', `${label.kk} / ${label.ru} ${number}`, undefined, { ...place, size: 9 });
  if (organisation) {
    const { kk, ru } = organisationLabels.inItsName;
    write(kit, into, 'P', `${kk} / ${ru}: ${applicant.name}`, undefined, { ...place, size: 9 });
  }
  if (!representative) return;
  const { kk, ru } = representativeLabel;
  write(kit, into, 'P', `${kk}: ${representative.kk}`, 'kk', { ...place, size: 9 });
  write(kit, into, 'P', `${ru}: ${representative.ru}`, 'ru', { ...place, size: 9, colour: ink.label });
}

function writeReason(kit: Kit, into: Section, heading: Bilingual, reason: Letter['text'], bold: boolean) {
  keep(kit, 48);
  kit.y += 8;
  write(kit, into, 'H2', `${heading.kk} / ${heading.ru}:`, undefined, { size: 9, colour: ink.label });
  kit.y += 2;
  for (const [text, language] of textsOf(reason))
    for (const paragraph of text.split(/\n+/)) {
      write(kit, into, 'P', paragraph.trim(), language, { size: 10.5, bold });
      kit.y += 3;
    }
}

const textsOf = (text: Letter['text']): readonly (readonly [string, Language | undefined])[] =>
  typeof text === 'string'
    ? [[text, undefined]]
    : [
        [text.kk, 'kk'],
        [text.ru, 'ru'],
      ];
