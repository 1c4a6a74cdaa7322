import type { Language } from '../../lib/domain/language/bilingual.ts';

/** Where the choice is kept. */
export const KEPT_LANGUAGE = 'language';

const isLanguage = (value: unknown): value is Language => value === 'kk' || value === 'ru';

/**
 * The language of the address (`?lang=ru`), otherwise the earlier choice, otherwise the browser's first of the two,
 * otherwise Kazakh.
 */
export function chooseLanguage(): Language {
  const asked = new URL(location.href).searchParams.get('lang');
  const wanted = [asked, localStorage.getItem(KEPT_LANGUAGE), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find(isLanguage) ?? 'kk';
}
