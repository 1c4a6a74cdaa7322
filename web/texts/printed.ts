import type { Texts } from './text.ts';

/** Words above a page on paper. */
export const printed = {
  at: { kk: 'Басып шығарылды: {at}', ru: 'Напечатано: {at}' },
  copy: { kk: 'Бұл — экранның көшірмесі, құжат емес.', ru: 'Это копия экрана, а не документ.' },
} as const satisfies Texts;
