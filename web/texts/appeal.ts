import type { Texts } from './text.ts';

export const appealTexts = {
  title: { kk: 'Шағымдану құқығы', ru: 'Право на обжалование' },
} as const satisfies Texts;
