import type { Texts } from './text.ts';

/** The people of the offices, as an administrator sees them. */
export const peopleTexts = {
  title: { kk: 'Қызметкерлер', ru: 'Сотрудники' },
  offer: { kk: 'Қызмет ұсыну', ru: 'Предложить должность' },
  who: { kk: 'Кім', ru: 'Кто' },
  post: { kk: 'Қызметі', ru: 'Должность' },
  state: { kk: 'Жағдайы', ru: 'Состояние' },
  act: { kk: 'Әрекет', ru: 'Действие' },
  serving: { kk: 'қызметте', ru: 'служит' },
  waiting: { kk: 'қабылдауын күтуде: {post}', ru: 'ждёт принятия: {post}' },
  suspended: { kk: '{when} бастап тоқтатылған', ru: 'приостановлен с {when}' },
  move: { kk: 'Ауыстыру', ru: 'Перевести' },
  suspend: { kk: 'Тоқтату', ru: 'Приостановить' },
  restore: { kk: 'Қалпына келтіру', ru: 'Восстановить' },
  dismiss: { kk: 'Босату', ru: 'Снять' },
  sure: {
    kk: '{name}: {act}? Сессиялары аяқталады, алған жұмысы кезекке қайтады.',
    ru: '{name}: {act}? Сеансы завершатся, взятая работа вернётся в очередь.',
  },
  yes: { kk: 'Иә', ru: 'Да' },
  no: { kk: 'Жоқ', ru: 'Нет' },
  doing: { kk: 'Орындалуда…', ru: 'Выполняем…' },
  moving: { kk: '{name} — басқа қызмет', ru: '{name} — другая должность' },
} as const satisfies Texts;

/** One's own post and sessions, in the profile. */
export const ownTexts = {
  offered: { kk: 'Сізге қызмет ұсынылды', ru: 'Вам предложена должность' },
  accept: { kk: 'Қабылдап, қол қою', ru: 'Принять и подписать' },
  signature: { kk: 'Қызметті ЭЦҚ-мен қабылдау', ru: 'Принять должность по ЭЦП' },
  hint: {
    kk: 'Қызмет қолтаңбадан кейін жұмыс істейді. Содан соң қайта кіріңіз.',
    ru: 'Должность начнёт действовать после подписи. Затем войдите снова.',
  },
  taken: { kk: 'Қызмет қабылданды. Қайта кіріңіз.', ru: 'Должность принята. Войдите снова.' },
  sessions: { kk: 'Ашық сессиялар', ru: 'Открытые сеансы' },
  password: { kk: 'құпия сөзбен', ru: 'по паролю' },
  eds: { kk: 'ЭЦҚ-мен', ru: 'по ЭЦП' },
  line: { kk: '{when} бастап, {how}', ru: 'с {when}, {how}' },
  current: { kk: 'осы сессия', ru: 'этот сеанс' },
  cabinet: { kk: 'жеке кабинет', ru: 'личный кабинет' },
  end: { kk: 'Аяқтау', ru: 'Завершить' },
} as const satisfies Texts;
