import type { Texts } from './text.ts';

/** How long something is kept. */
export const keptTexts = {
  until: { kk: '{day} дейін сақталады, содан кейін жойылады.', ru: 'Хранится до {day}, затем удаляется.' },
  ground: { kk: 'Негізі: {ground}.', ru: 'Основание: {ground}.' },
  scansUntil: { kk: 'Скандар {day} дейін сақталады.', ru: 'Сканы хранятся до {day}.' },
  scansErased: { kk: 'Скандардың мерзімі өтіп, {day} жойылды.', ru: 'Срок сканов истёк, они удалены {day}.' },
  hold: {
    kk: 'Жою {day} бастап тоқтатылған.',
    ru: 'Удаление остановлено с {day}.',
  },
  account: {
    kk: 'ЭЦҚ арқылы расталмаса, есептік жазба {day} жойылады.',
    ru: 'Если не подтвердить её по ЭЦП, учётная запись будет удалена {day}.',
  },
  title: { kk: 'Қанша уақыт сақталады', ru: 'Сколько хранится' },
  days: { kk: '{n} күн, {from}', ru: ['{n} день, {from}', '{n} дня, {from}', '{n} дней, {from}'] },
  years: { kk: '{n} жыл, {from}', ru: ['{n} год, {from}', '{n} года, {from}', '{n} лет, {from}'] },
  always: { kk: 'Қызмет жұмыс істегенше', ru: 'Пока работает служба' },
} as const satisfies Texts;
