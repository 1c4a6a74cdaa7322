import type { Texts } from './text.ts';

export const passwordTexts = {
  show: { kk: 'Құпия сөзді көрсету', ru: 'Показать пароль' },
} as const satisfies Texts;
