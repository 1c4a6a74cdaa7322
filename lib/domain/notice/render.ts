import type { Bilingual, Language } from '../language/bilingual.ts';
import { writeInstant } from '../language/dates.ts';
import { NoticeCode, noticeFacts } from './codes.ts';
import { noticeTexts } from './texts.ts';

export interface RenderedNotice {
  readonly subject: string;
  readonly text: string;
}

/**
 * A notice in one language, as the cabinet shows it. Throws if code or facts differ from `codes.ts`: both come from the
 * stored item, so that is a defect.
 *
 * @param zone IANA name of the office's zone, for the times in the text
 */
export function renderNotice(
  code: string,
  facts: Readonly<Record<string, string>>,
  language: Language,
  zone?: string,
): RenderedNotice {
  const known = NoticeCode.parse(code);
  const written = Object.entries<string | undefined>(noticeFacts[known].parse(facts)).map(
    ([name, value = '']) => [name, name.endsWith('At') ? writeInstant(value, language, zone) : value] as const,
  );
  const { subject, text } = noticeTexts[known];
  return { subject: subject[language], text: fill(text[language] + applying[language], new Map(written)) };
}

/** After the text, of a request that an organisation makes. */
const applying = {
  kk: ' [Өтініш беруші ұйым: {organisation}, БСН {bin}.]',
  ru: ' [Организация-заявитель: {organisation}, БИН {bin}.]',
} as const satisfies Bilingual;

const placeholder = /\{(\w+)\}/g;

function fill(text: string, facts: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(/ ?\[([^\]]*)\]/g, (_, sentence: string) =>
      [...sentence.matchAll(placeholder)].every(([, name]) => facts.has(name!)) ? ` ${sentence}` : '',
    )
    .replaceAll(placeholder, (_, name: string) => facts.get(name)!);
}
