import type { Texts } from './text.ts';

/** Acts out of the ordinary, as the head of an office sees them. */
export const actsTexts = {
  title: { kk: 'Ерекше іс-қимылдар', ru: 'Необычные действия' },
  intro: {
    kk: 'Қызметкерлер келушілер үшін берген өтініштер мен жауаптар және кезектен тыс сұралған және мақұлданған орындар.',
    ru: 'Что сотрудники подали и подписали за посетителей и какие места предложены и одобрены вне очереди.',
  },
  proposedBy: { kk: 'Сұраған: {name}', ru: 'Предложил(а): {name}' },
  none: { kk: 'Мұндай іс-қимыл жоқ.', ru: 'Таких действий нет.' },
} as const satisfies Texts;
