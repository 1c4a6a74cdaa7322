import type { Texts } from './text.ts';

/** The queue of an office, around its lines. */
export const queueTexts = {
  queue: { kk: 'Кезек', ru: 'Очередь' },
  mine: { kk: 'Менде', ru: 'Мои' },
  free: { kk: 'Бос', ru: 'Свободные' },
  overdue: { kk: 'Мерзімі өткен', ru: 'Просроченные' },
  today: { kk: 'Бүгін бітетін', ru: 'На сегодня' },
  renewed: { kk: 'Жаңартылды: {when}', ru: 'Обновлено: {when}' },
  empty: { kk: 'Кезек бос. Ол 30 секунд сайын жаңарады.', ru: 'Очередь пуста. Она обновляется каждые 30 секунд.' },
  noneHere: { kk: 'Мұнда жұмыс жоқ.', ru: 'Здесь работы нет.' },
  unclaimed: { kk: 'Мерзімінде алынбаған', ru: 'Не получено в срок' },
  ready: { kk: 'Беруге дайын', ru: 'Готово к выдаче' },
  noneReady: {
    kk: 'Беруге дайын нәтиже әзірге жоқ. Тізім 30 секунд сайын жаңарады.',
    ru: 'Готовых к выдаче результатов пока нет. Список обновляется каждые 30 секунд.',
  },
  takeNext: { kk: 'Келесісін алу', ru: 'Взять следующую' },
  taking: { kk: 'Алынуда…', ru: 'Берём…' },
} as const satisfies Texts;

/** The lines of a queue. */
export const lineTexts = {
  find: { kk: 'Нөмірі немесе аты', ru: 'Номер или имя' },
  channel: { kk: 'Арна', ru: 'Канал' },
  any: { kk: 'барлығы', ru: 'все' },
  clear: { kk: 'Тазарту', ru: 'Сбросить' },
  shown: { kk: 'Тізімде {n} жұмыс', ru: ['В списке {n} работа', 'В списке {n} работы', 'В списке {n} работ'] },
  caption: { kk: 'Мекеменің жұмыстары, мерзімі бойынша', ru: 'Работы учреждения по сроку' },
  range: { kk: '{first}–{last} / {all}', ru: '{first}–{last} из {all}' },
  later: { kk: 'Мерзімі кейінгілер', ru: 'С более поздним сроком' },
  due: { kk: 'Мерзімі', ru: 'Срок' },
  applicant: { kk: 'Өтініш беруші', ru: 'Заявитель' },
  task: { kk: 'Тапсырма', ru: 'Задача' },
  who: { kk: 'Кімде', ru: 'У кого' },
  nobody: { kk: 'бос', ru: 'свободно' },
  me: { kk: 'сізде', ru: 'у Вас' },
  since: { kk: 'алынды: {when}', ru: 'взято: {when}' },
  stored: { kk: 'Сақтауда: {place}', ru: 'На хранении: {place}' },
  late: { kk: 'мерзімі өтті', ru: 'просрочено' },
  near: { kk: 'жақын', ru: 'скоро' },
  take: { kk: 'Алып, ашу', ru: 'Взять и открыть' },
  open: { kk: 'Ашу', ru: 'Открыть' },
  look: { kk: 'Қарау', ru: 'Посмотреть' },
  takeOver: { kk: 'Өзіме алу', ru: 'Взять себе' },
} as const satisfies Texts;

/** A piece of work that is loading or missing. */
export const workTexts = {
  work: { kk: 'Жұмыс', ru: 'Работа' },
  toQueue: { kk: 'Кезекке', ru: 'К очереди' },
  gone: {
    kk: 'Бұл жұмыс аяқталған немесе басқа қызметкердің кезегінде.',
    ru: 'Эта работа закончена или стоит в очереди другого сотрудника.',
  },
} as const satisfies Texts;
