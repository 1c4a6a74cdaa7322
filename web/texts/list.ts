import type { Texts } from './text.ts';

/** Lists of employees and their pages. */
export const listTexts = {
  pages: { kk: 'Тізімнің беттері', ru: 'Страницы списка' },
  nextPage: { kk: 'Келесі бет', ru: 'Следующая страница' },
  toStart: { kk: 'Басына', ru: 'В начало' },
  number: { kk: 'Нөмірі', ru: 'Номер' },
  service: { kk: 'Қызмет', ru: 'Услуга' },
  state: { kk: 'Жағдайы', ru: 'Состояние' },
  begun: { kk: 'Басталды', ru: 'Начато' },
  act: { kk: 'Әрекет', ru: 'Действие' },
} as const satisfies Texts;
