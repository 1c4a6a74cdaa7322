import type { Bilingual, Language } from '../../lib/domain/language/bilingual.ts';
import { fill, type Facts, type Text } from '../texts/text.ts';
import { chooseLanguage, KEPT_LANGUAGE } from './choose-language.ts';
import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

export const language = createStore(chooseLanguage());

export function setLanguage(chosen: Language) {
  localStorage.setItem(KEPT_LANGUAGE, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** `t(text, facts)` in the language of the page. */
export function useText() {
  const chosen = useStore(language);
  return Object.assign((text: Text, facts?: Facts) => fill(text, chosen, facts), { language: chosen });
}

export const inBoth = ({ kk, ru }: Bilingual) => [['kk', kk] as const, ['ru', ru] as const];
