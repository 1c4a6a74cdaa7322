import type { Texts } from './text.ts';

/** The list of own requests. */
export const ownTexts = {
  open: { kk: 'Ашық', ru: 'Открытые' },
  drafts: { kk: 'Жіберілмеген', ru: 'Не отправленные' },
  finished: { kk: 'Аяқталған', ru: 'Завершённые' },
  noneHere: { kk: 'Мұнда өтініш жоқ.', ru: 'Здесь заявлений нет.' },
  choose: { kk: 'Қызмет таңдау', ru: 'Выбрать услугу' },
  due: { kk: 'Жауапқа дейін {left}: {when}', ru: 'До ответа {left}: {when}' },
  overdueBy: { kk: 'Мерзімі өтті: {when}', ru: 'Срок прошёл: {when}' },
  begun: { kk: 'Басталды: {when}', ru: 'Начато: {when}' },
  closedAt: { kk: 'Аяқталды: {when}', ru: 'Завершено: {when}' },
} as const satisfies Texts;
