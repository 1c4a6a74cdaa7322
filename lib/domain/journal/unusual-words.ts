import type { Bilingual } from '../language/bilingual.ts';

/** Acts that one employee does for somebody else, or past others: the head of the office sees them in a list. */
export const unusualWords = {
  filed: { kk: 'Келуші үшін өтініш берді', ru: 'Подал(а) заявление за посетителя' },
  'filed-by-power': {
    kk: 'Келуші үшін сенімхат бойынша өтініш берді',
    ru: 'Подал(а) заявление за посетителя по доверенности',
  },
  answered: { kk: 'Келуші үшін ұсынысқа жауап берді', ru: 'Ответил(а) на предложение за посетителя' },
  proposed: { kk: 'Басшыға кезектен тыс орын ұсынуды сұрады', ru: 'Предлагает руководителю дать место вне очереди' },
  'out-of-turn': { kk: 'Кезектен тыс орынды мақұлдады', ru: 'Одобрил(а) место вне очереди' },
} as const satisfies Record<string, Bilingual>;
