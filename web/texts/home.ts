import type { Texts } from './text.ts';

export const home = {
  title: { kk: 'Қандай қызмет керек?', ru: 'Какая услуга нужна?' },
  find: { kk: 'Қызметті табу', ru: 'Найти услугу' },
  example: { kk: 'Мысалы: анықтама, балабақша, мұрағат', ru: 'Например: справка, детский сад, архив' },
  region: { kk: 'Облыс', ru: 'Область' },
  everywhere: { kk: 'Барлық облыстар', ru: 'Все области' },
  upTo: { kk: 'мерзімі: {term}', ru: 'срок: {term}' },
  places: { kk: 'Қайда: {channels}', ru: 'Где: {channels}' },
  found: { kk: '{n} қызмет табылды', ru: ['Найдена {n} услуга', 'Найдено {n} услуги', 'Найдено {n} услуг'] },
  nothing: {
    kk: 'Мұндай қызмет жоқ. Сөзді қысқартып көріңіз немесе барлық облыстарды таңдаңыз.',
    ru: 'Такой услуги нет. Попробуйте короче или выберите все области.',
  },
  unfinished: { kk: 'Аяқталмаған өтініш', ru: 'Незаконченное заявление' },
  verify: { kk: 'Құжатты тексеру', ru: 'Проверить документ' },
  number: { kk: 'Құжат нөмірі', ru: 'Номер документа' },
  underCode: { kk: 'QR-код астында', ru: 'Под QR-кодом' },
  check: { kk: 'Тексеру', ru: 'Проверить' },
} as const satisfies Texts;

/** What people come for; the decrees have no such groups. */
export const groups = {
  work: { kk: 'Жұмыс және әлеуметтік көмек', ru: 'Работа и социальная помощь' },
  family: { kk: 'Балалар және отбасы', ru: 'Дети и семья' },
  archive: { kk: 'Мұрағат', ru: 'Архив' },
  other: { kk: 'Басқа қызметтер', ru: 'Другие услуги' },
} as const satisfies Texts;

export const groupOf: Readonly<Record<string, keyof typeof groups>> = {
  'unemployed-certificate': 'work',
  'targeted-social-assistance': 'work',
  'disabled-child-support': 'family',
  'preschool-queue': 'family',
  'guardianship-certificate': 'family',
  'minors-deposits-certificate': 'family',
  'minors-property-certificate': 'family',
  'archival-certificate': 'archive',
};
