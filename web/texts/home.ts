import type { Texts } from '../frame/text.ts';

export const home = {
  title: { kk: 'Қандай қызмет керек?', ru: 'Какая услуга нужна?' },
  find: { kk: 'Қызметті табу', ru: 'Найти услугу' },
  example: { kk: 'Мысалы: анықтама, балабақша, мұрағат', ru: 'Например: справка, детский сад, архив' },
  region: { kk: 'Облыс', ru: 'Область' },
  everywhere: { kk: 'Барлық облыстар', ru: 'Все области' },
  places: { kk: 'Қайда: {channels}', ru: 'Где: {channels}' },
  onPaper: { kk: 'тек мекемеде', ru: 'только в учреждении' },
  found: { kk: '{n} қызмет табылды', ru: ['Найдена {n} услуга', 'Найдено {n} услуги', 'Найдено {n} услуг'] },
  nothing: {
    kk: 'Мұндай қызмет жоқ. Сөзді қысқартып көріңіз немесе барлық облыстарды таңдаңыз.',
    ru: 'Такой услуги нет. Попробуйте короче или выберите все области.',
  },
  unfinished: { kk: 'Аяқталмаған өтініш', ru: 'Незаконченное заявление' },
  kept: { kk: '{day} дейін сақталады', ru: 'Хранится до {day}' },
  verify: { kk: 'Құжатты тексеру', ru: 'Проверить документ' },
  number: { kk: 'Құжат нөмірі', ru: 'Номер документа' },
  underCode: { kk: 'QR-код астында', ru: 'Под QR-кодом' },
  check: { kk: 'Тексеру', ru: 'Проверить' },
  workers: { kk: 'Қызметкерсіз бе?', ru: 'Вы сотрудник?' },
} as const satisfies Texts;

/** What people come for; the decrees have no such groups. */
export const groups = {
  work: { kk: 'Жұмыс және әлеуметтік көмек', ru: 'Работа и социальная помощь' },
  family: { kk: 'Балалар және отбасы', ru: 'Дети и семья' },
  archive: { kk: 'Мұрағат', ru: 'Архив' },
  other: { kk: 'Басқа қызметтер', ru: 'Другие услуги' },
} as const satisfies Texts;

/** What one gets, in plain words, by the name that a service has in every region. */
export const plainly = {
  'unemployed-certificate': {
    kk: 'Жұмыссыз ретінде тіркелгеніңізді растайтын анықтама.',
    ru: 'Справка о том, что Вы зарегистрированы безработным.',
  },
  'disabled-child-support': {
    kk: 'Үйде оқитын мүгедек балаға материалдық көмек тағайындау.',
    ru: 'Материальное обеспечение ребёнка с инвалидностью, который учится дома.',
  },
  'targeted-social-assistance': {
    kk: 'Табысы аз отбасына атаулы көмек.',
    ru: 'Адресная помощь семье с низким доходом.',
  },
  'preschool-queue': {
    kk: 'Балабақшаға кезекке қою, кейін жолдама алу.',
    ru: 'Очередь в детский сад, а потом направление туда.',
  },
  'guardianship-certificate': {
    kk: 'Қорғаншы немесе қамқоршы екеніңіз туралы анықтама.',
    ru: 'Справка о том, что Вы опекун или попечитель.',
  },
  'minors-deposits-certificate': {
    kk: 'Баланың салымына, мұрасына немесе көлігіне билік етуге рұқсат анықтамасы.',
    ru: 'Справка, чтобы распорядиться вкладом, наследством или машиной ребёнка.',
  },
  'minors-property-certificate': {
    kk: 'Баланың тұрғын үйімен мәміле жасауға рұқсат анықтамасы.',
    ru: 'Справка для сделки с жильём или имуществом ребёнка.',
  },
  'archival-certificate': {
    kk: 'Еңбек өтілі, жалақы, білім туралы мұрағат анықтамасы.',
    ru: 'Справка из архива: стаж, зарплата, учёба.',
  },
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
