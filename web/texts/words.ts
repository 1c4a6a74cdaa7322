import type { Texts } from './text.ts';

/** Where a request is made, in the words of the decrees. */
export const channelNames = {
  portal: { kk: 'портал', ru: 'портал' },
  mio: { kk: 'ЖАО', ru: 'МИО' },
  con: { kk: 'ХҚО', ru: 'ЦОН' },
  paper: { kk: 'қағаз түрінде', ru: 'на бумаге' },
  akim: { kk: 'ауыл әкімі', ru: 'сельский аким' },
} as const satisfies Texts;

/** Amounts of a regulation's terms; the first three run only while the office is open. */
export const terms = {
  second: {
    kk: '{n} жұмыс секунды',
    ru: ['{n} рабочая секунда', '{n} рабочие секунды', '{n} рабочих секунд'],
  },
  minute: { kk: '{n} жұмыс минуты', ru: ['{n} рабочая минута', '{n} рабочие минуты', '{n} рабочих минут'] },
  hour: { kk: '{n} жұмыс сағаты', ru: ['{n} рабочий час', '{n} рабочих часа', '{n} рабочих часов'] },
  business_day: { kk: '{n} жұмыс күні', ru: ['{n} рабочий день', '{n} рабочих дня', '{n} рабочих дней'] },
  day: { kk: '{n} күн', ru: ['{n} день', '{n} дня', '{n} дней'] },
  calendar_day: {
    kk: '{n} күнтізбелік күн',
    ru: ['{n} календарный день', '{n} календарных дня', '{n} календарных дней'],
  },
  month: { kk: '{n} ай', ru: ['{n} месяц', '{n} месяца', '{n} месяцев'] },
} as const satisfies Texts;

export const underMinute = { kk: 'бір минуттан аз', ru: 'меньше минуты' } as const;

/** A size of a file: «1,2 МБ». */
export const sizes = {
  kb: { kk: '{n}\u00a0КБ', ru: '{n}\u00a0КБ' },
  mb: { kk: '{n}\u00a0МБ', ru: '{n}\u00a0МБ' },
} as const satisfies Texts;
