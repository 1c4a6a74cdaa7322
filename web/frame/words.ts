import type { Texts } from '../texts/text.ts';

export const days = {
  today: { kk: 'бүгін', ru: 'сегодня' },
  tomorrow: { kk: 'ертең', ru: 'завтра' },
  at: { kk: '{day}, сағат {time}', ru: '{day}, {time}' },
} as const satisfies Texts;

/** Words of buttons and links on many pages. */
export const actions = {
  continue: { kk: 'Жалғастыру', ru: 'Продолжить' },
  back: { kk: 'Артқа', ru: 'Назад' },
  change: { kk: 'Өзгерту', ru: 'Изменить' },
  remove: { kk: 'Өшіру', ru: 'Удалить' },
  keep: { kk: 'Қалдыру', ru: 'Оставить' },
  more: { kk: 'Тағы көрсету', ru: 'Показать ещё' },
  all: { kk: 'Барлығы', ru: 'Все' },
  print: { kk: 'Бетті басып шығару', ru: 'Напечатать страницу' },
  none: { kk: 'көрсетілмеген', ru: 'не указано' },
} as const satisfies Texts;
