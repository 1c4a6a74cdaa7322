import type { Text, Texts } from '../texts/text.ts';

/** Words around every page. */
export const frame = {
  skip: { kk: 'Мазмұнға өту', ru: 'К содержанию' },
  menu: { kk: 'Бөлімдер', ru: 'Разделы' },
  language: { kk: 'Тіл', ru: 'Язык' },
  signIn: { kk: 'Кіру', ru: 'Войти' },
  path: { kk: 'Сіз тұрған орын', ru: 'Где Вы' },
  loading: { kk: 'Жүктелуде', ru: 'Загружается' },
  again: { kk: 'Қайталау', ru: 'Повторить' },
  incident: { kk: 'Оқиға нөмірі: {incident}.', ru: 'Номер происшествия: {incident}.' },
  offline: {
    kk: 'Байланыс жоқ. Терілгені осы құрылғыда сақталады; жіберу үшін интернет керек.',
    ru: 'Нет связи. Набранное остаётся на этом устройстве; чтобы отправить, нужен интернет.',
  },
  error: { kk: 'Қате', ru: 'Ошибка' },
} as const satisfies Texts;

/** Only in the pages of the local platform. */
export const demoText = {
  kk: 'Көрсету нұсқасы: адамдар мен кілттер ойдан алынған, құжаттардың заңдық күші жоқ.',
  ru: 'Демонстрация: люди и ключи вымышлены, документы не имеют юридической силы.',
} as const satisfies Text;

/** For when there is no answer. The API's refusals bring their own text, in the language of the page. */
export const failures = {
  network: {
    kk: 'Байланыс үзілді. Ештеңе жоғалған жоқ, қайталап көріңіз.',
    ru: 'Связь прервалась. Ничего не потеряно, попробуйте ещё раз.',
  },
  server: {
    kk: 'Бізде ақау шықты. Ештеңе жартылай жіберілген жоқ, қайталап көріңіз.',
    ru: 'У нас сбой. Ничего не отправлено наполовину, попробуйте ещё раз.',
  },
} as const satisfies Texts;
