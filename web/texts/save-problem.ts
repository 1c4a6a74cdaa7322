import type { Texts } from './text.ts';

/** What stands in the way of saving a draft. */
export const saveTexts = {
  open: { kk: 'Өтінішті ашу', ru: 'Открыть заявление' },
  here: { kk: 'Осы терезеде', ru: 'В этом окне' },
  there: { kk: 'Басқа терезеде сақталған', ru: 'Сохранено в другом окне' },
  none: { kk: 'толтырылмаған', ru: 'не заполнено' },
  choose: { kk: 'Таңдалғанын қалдыру', ru: 'Оставить выбранное' },
  after: {
    kk: 'Содан кейін жалғастыра беріңіз: таңдағаныңыз осы терезеден сақталады.',
    ru: 'После этого продолжайте: выбранное сохранится из этого окна.',
  },
} as const satisfies Texts;
