import type { Bilingual, Language } from '../../lib/domain/language/bilingual.ts';
import { fill, type Facts, type Text } from '../texts/text.ts';
import { createStore, useStore } from './store.ts';

const KEPT = 'language';

const isLanguage = (value: unknown): value is Language => value === 'kk' || value === 'ru';

/**
 * The language of the address (`?lang=ru`), otherwise the earlier choice, otherwise the browser's first of the two,
 * otherwise Kazakh.
 */
function chooseLanguage(): Language {
  const asked = new URL(location.href).searchParams.get('lang');
  const wanted = [asked, localStorage.getItem(KEPT), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find(isLanguage) ?? 'kk';
}

export const language = createStore(chooseLanguage());

export function setLanguage(chosen: Language) {
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** `t(text, facts)` in the language of the page. */
export function useText() {
  const chosen = useStore(language);
  return Object.assign((text: Text, facts?: Facts) => fill(text, chosen, facts), { language: chosen });
}

export const inBoth = ({ kk, ru }: Bilingual) => [['kk', kk] as const, ['ru', ru] as const];
