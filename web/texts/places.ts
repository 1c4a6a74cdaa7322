import type { Texts } from './text.ts';

/** The queue for places of an office, and offers from it. */
export const placesTexts = {
  title: { kk: 'Орын кезегі', ru: 'Очередь на места' },
  none: { kk: 'Мекемеңізде орын кезегі жоқ.', ru: 'В Вашем учреждении нет очереди на места.' },
  empty: { kk: 'Кезекте ешкім жоқ.', ru: 'В очереди никого нет.' },
  since: { kk: 'Өтініш берілді: {when}', ru: 'Заявление подано: {when}' },
  offered: {
    kk: 'Ұсынылған орын: {organisation}. Жауап мерзімі: {when}',
    ru: 'Предложено место: {organisation}. Ответ до: {when}',
  },
  offer: { kk: 'Орын ұсыну', ru: 'Предложить место' },
  offerTo: { kk: '{number} өтінішіне орын ұсыну', ru: 'Место по заявлению {number}' },
  offering: { kk: 'Жіберілуде…', ru: 'Отправляем…' },
  organisation: { kk: 'Ұйым мен оның мекенжайы', ru: 'Организация и её адрес' },
  keptFrom: { kk: 'Орын қай күннен сақталады', ru: 'С какого дня сохраняется место' },
  sent: { kk: 'Орын ұсынылды, өтініш берушіге хабарланды.', ru: 'Место предложено, заявителю сообщено.' },
  ground: { kk: 'Кезектен тыс ұсыну негіздемесі', ru: 'Основание предложить вне очереди' },
} as const satisfies Texts;
