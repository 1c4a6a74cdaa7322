import type { Bilingual } from '../../language/bilingual.ts';

/** On what ground a place may be offered past others who wait longer. */
export const groundWords = {
  'priority-right': { kk: 'Заңда белгіленген бірінші кезектегі құқық', ru: 'Право на первоочередное место по закону' },
  siblings: { kk: 'Осы ұйымда ағасы не апасы бар', ru: 'Брат или сестра уже в этой организации' },
  medical: { kk: 'Медициналық қорытынды', ru: 'Медицинское заключение' },
  court: { kk: 'Сот шешімі', ru: 'Решение суда' },
  unsuitable: {
    kk: 'Орын алдыңғылардың жасына не тіліне сай емес',
    ru: 'Место не подходит стоящим раньше по возрасту или языку',
  },
} as const satisfies Record<string, Bilingual>;

export type Ground = keyof typeof groundWords;
