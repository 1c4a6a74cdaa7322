import type { Bilingual, Language } from '../../domain/language/bilingual.ts';
import { labels } from '../../domain/output/wording.ts';
import { heightOf, ink, write, type Kit, type Section, type Style } from './sheet.ts';

const styles: Readonly<Record<Language, Style>> = { kk: { size: 8.5 }, ru: { size: 8.5, colour: ink.label } };
const ABOVE = 30;

const linesOf = (appeal: readonly Bilingual[]) =>
  (['kk', 'ru'] as const).flatMap((language) => appeal.map((words) => ({ language, text: words[language] })));

/** Points that the right of appeal takes: it stays with the signature, so that no page bears a signature alone. */
export const appealHeight = (kit: Kit, appeal: readonly Bilingual[]): number =>
  linesOf(appeal).reduce((sum, { language, text }) => sum + heightOf(kit, text, styles[language]), ABOVE);

export function writeAppeal(kit: Kit, into: Section, appeal: readonly Bilingual[]) {
  kit.y += 8;
  const { kk, ru } = labels.appeal;
  write(kit, into, 'H2', `${kk} / ${ru}:`, undefined, { size: 9, colour: ink.label });
  kit.y += 2;
  for (const { language, text } of linesOf(appeal)) write(kit, into, 'P', text, language, styles[language]);
}
