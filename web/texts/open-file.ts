import type { Texts } from './text.ts';

export const openFileTexts = {
  preview: { kk: '{name} көру', ru: 'Посмотреть {name}' },
} as const satisfies Texts;
