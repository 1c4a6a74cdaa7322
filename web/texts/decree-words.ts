import type { Texts } from './text.ts';

export const decreeWordsTexts = {
  asInSource: { kk: 'Дереккөздегідей, орыс тілінде.', ru: 'Как в источнике, на русском языке.' },
  none: { kk: 'Регламентте бұл туралы айтылмаған.', ru: 'Регламент об этом не говорит.' },
  definitions: { kk: 'Ұғымдар мен қысқартулар', ru: 'Понятия и сокращения' },
  basis: { kk: 'Құқықтық негіз', ru: 'Правовая основа' },
  responsibility: { kk: 'Лауазымды адамдардың жауапкершілігі', ru: 'Ответственность должностных лиц' },
} as const satisfies Texts;
