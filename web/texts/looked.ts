import type { Texts } from './text.ts';

/** Who looked at a request. */
export const lookedTexts = {
  title: { kk: 'Өтінішті кім қарады', ru: 'Кто смотрел заявление' },
  none: { kk: 'Қызметкерлер әлі қараған жоқ.', ru: 'Сотрудники его ещё не смотрели.' },
  byMail: { kk: 'Хаттағы сілтеме бойынша', ru: 'По ссылке из письма' },
  refused: { kk: 'рұқсат берілмеді', ru: 'отказано' },
} as const satisfies Texts;
