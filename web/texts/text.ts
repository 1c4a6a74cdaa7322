import type { Bilingual, Language } from '../../lib/domain/language/bilingual.ts';

/** Values for the placeholders of a text, as `{name}`. */
export type Facts = Readonly<Record<string, string | number>>;

/** Russian words by number: «1 минута», «2 минуты», «5 минут». Kazakh has one form after a number. */
type RussianForms = readonly [one: string, few: string, many: string];

/** A text for people. The placeholder that decides the Russian form is `{n}`. */
export type Text = Bilingual | { readonly kk: string; readonly ru: RussianForms };

/** Texts of a page, as `{ … } as const satisfies Texts`: if a language is missing, the compiler says so. */
export type Texts = Readonly<Record<string, Text>>;

export function fill({ kk, ru }: Text, language: Language, facts: Facts = {}): string {
  const text = language === 'kk' ? kk : typeof ru === 'string' ? ru : ru[formOf(Number(facts['n']))];
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}

/** 1, 21, 31 … · 2–4, 22–24 … · all others, 11–14 among them. */
function formOf(n: number): 0 | 1 | 2 {
  const [tens, ones] = [Math.floor(n / 10) % 10, n % 10];
  if (tens === 1 || ones === 0 || ones > 4) return 2;
  return ones === 1 ? 0 : 1;
}
