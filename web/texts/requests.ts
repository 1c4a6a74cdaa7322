import type { Texts } from './text.ts';

/** The list of own requests. */
export const ownTexts = {
  open: { kk: 'Ашық', ru: 'Открытые' },
  drafts: { kk: 'Жіберілмеген', ru: 'Не отправленные' },
  finished: { kk: 'Аяқталған', ru: 'Завершённые' },
  noneHere: { kk: 'Мұнда өтініш жоқ.', ru: 'Здесь заявлений нет.' },
  noneFound: { kk: 'Мұндай өтініш табылмады.', ru: 'Таких заявлений не нашлось.' },
  filters: { kk: 'Іздеу және сүзгілер', ru: 'Поиск и фильтры' },
  number: { kk: 'Өтініш нөмірі', ru: 'Номер заявления' },
  service: { kk: 'Қызмет', ru: 'Услуга' },
  anyService: { kk: 'барлығы', ru: 'все' },
  since: { kk: 'Қай күннен бастап', ru: 'Начато с' },
  until: { kk: 'Қай күнге дейін', ru: 'По какой день' },
  show: { kk: 'Көрсету', ru: 'Показать' },
  clear: { kk: 'Тазарту', ru: 'Сбросить' },
  choose: { kk: 'Қызмет таңдау', ru: 'Выбрать услугу' },
  due: { kk: 'Жауапқа дейін {left}: {when}', ru: 'До ответа {left}: {when}' },
  overdueBy: { kk: 'Мерзімі өтті: {when}', ru: 'Срок прошёл: {when}' },
  begun: { kk: 'Басталды: {when}', ru: 'Начато: {when}' },
  closedAt: { kk: 'Аяқталды: {when}', ru: 'Завершено: {when}' },
} as const satisfies Texts;

/** Of a request that an employee filed, by its channel. */
export const filedAt = {
  con: { kk: 'ХҚО арқылы берілген', ru: 'подано через ЦОН' },
  mio: { kk: 'ЖАО арқылы берілген', ru: 'подано через МИО' },
  akim: { kk: 'ауыл әкімі арқылы берілген', ru: 'подано через сельского акима' },
  paper: { kk: 'қағаз түрінде берілген', ru: 'подано на бумаге' },
} as const satisfies Texts;
