import type { Bilingual } from '../../lib/domain/language/bilingual.ts';

/** What to do next; the page has a button for each. */
export const nextSteps = {
  again: { kk: 'Қайталау', ru: 'Повторить' },
  password: { kk: 'Қайта теру', ru: 'Ввести ещё раз' },
  'other-file': { kk: 'Басқа файл', ru: 'Другой файл' },
  'other-key': { kk: 'Басқа кілт', ru: 'Другой ключ' },
  'other-way': { kk: 'Басқа тәсілдер', ru: 'Другие способы' },
  'open-link': { kk: 'Сілтемені ашу', ru: 'Открыть ссылку' },
  'new-key': { kk: 'Жаңа кілт алу', ru: 'Получить новый ключ' },
  'take-text': { kk: 'Мәтінді жүктеп алу', ru: 'Скачать текст' },
} as const satisfies Record<string, Bilingual>;
export type NextStep = keyof typeof nextSteps;

interface Described extends Bilingual {
  readonly next: NextStep;
}

/**
 * Each says what happened, what did not happen, and what to do. `{date}` and `{detail}` are filled from the problem.
 */
export const signingProblems = {
  stopped: {
    kk: 'Қол қою тоқтатылды. Ештеңе жіберілген жоқ.',
    ru: 'Подписание остановлено. Ничего не отправлено.',
    next: 'again',
  },
  'ncalayer-absent': {
    kk: 'NCALayer жауап бермейді. Ештеңе жіберілген жоқ. Оны іске қосып, қайталаңыз.',
    ru: 'NCALayer не отвечает. Ничего не отправлено. Запустите его и повторите.',
    next: 'again',
  },
  'ncalayer-forbidden': {
    kk: 'Браузер NCALayer-ге қосылуға тыйым салған. Мекенжай жолындағы құлыпты басып, рұқсат беріңіз де, қайталаңыз.',
    ru: 'Браузеру запрещено подключаться к NCALayer. Нажмите замок в адресной строке, разрешите и повторите.',
    next: 'again',
  },
  'ncalayer-untrusted': {
    kk: 'NCALayer іске қосулы болса, браузер оның куәлігіне сенбейді. Сілтемені ашып, келісіңіз де, қайталаңыз.',
    ru: 'Если NCALayer запущен, браузер не доверяет его сертификату. Откройте ссылку, согласитесь и повторите.',
    next: 'open-link',
  },
  'ncalayer-blocked': {
    kk: 'Бізде ақау шықты: бет NCALayer-ге қосыла алмайды. Ештеңе жіберілген жоқ, басқа тәсілді таңдаңыз.',
    ru: 'У нас сбой: страница не может подключиться к NCALayer. Ничего не отправлено, выберите другой способ.',
    next: 'other-way',
  },
  'ncalayer-outdated': {
    kk: 'NCALayer ескірген. Ештеңе жіберілген жоқ. Жаңартыңыз немесе басқа тәсілді таңдаңыз.',
    ru: 'NCALayer устарел. Ничего не отправлено. Обновите его или выберите другой способ.',
    next: 'other-way',
  },
  'ncalayer-cancelled': {
    kk: 'Сіз NCALayer терезесін жаптыңыз. Ештеңе жіберілген жоқ.',
    ru: 'Вы закрыли окно NCALayer. Ничего не отправлено.',
    next: 'again',
  },
  'ncalayer-closed': {
    kk: 'NCALayer жұмысын тоқтатты. Ештеңе жіберілген жоқ. Оны іске қосып, қайталаңыз.',
    ru: 'NCALayer завершил работу. Ничего не отправлено. Запустите его и повторите.',
    next: 'again',
  },
  'ncalayer-failed': {
    kk: 'NCALayer қол қоя алмады. Ештеңе жіберілген жоқ. Қайталаңыз немесе басқа тәсілді таңдаңыз.',
    ru: 'NCALayer не смог подписать. Ничего не отправлено. Повторите или выберите другой способ.',
    next: 'again',
  },
  'wrong-password': {
    kk: 'Құпия сөз қате. Файл өзгерген жоқ, қайта теріңіз.',
    ru: 'Пароль неверен. Файл не изменён, введите ещё раз.',
    next: 'password',
  },
  'not-key-file': {
    kk: 'Бұл кілт файлы емес. GOST… немесе RSA… деп басталатын .p12 таңдаңыз.',
    ru: 'Это не файл ключа. Выберите .p12: GOST… или RSA….',
    next: 'other-file',
  },
  'key-file-unknown': {
    kk: 'Мұндай кілт файлын бұл бет оқымайды. Ол өзгерген жоқ. Басқа файлды немесе басқа тәсілді таңдаңыз.',
    ru: 'Такой файл ключа эта страница не читает. Он не изменён. Выберите другой файл или другой способ.',
    next: 'other-way',
  },
  'authentication-key': {
    kk: 'Бұл кіруге арналған кілт (AUTH). Қол қоюға арналғанын таңдаңыз.',
    ru: 'Это ключ для входа (AUTH). Выберите ключ для подписи.',
    next: 'other-key',
  },
  'unfit-key': {
    kk: 'Бұл кілт қол қоюға да, кіруге де арналмаған. Басқасын таңдаңыз.',
    ru: 'Этот ключ не предназначен ни для подписи, ни для входа. Выберите другой.',
    next: 'other-key',
  },
  'old-browser': {
    kk: 'Бұл браузер кілтпен жұмыс істей алмайды. Басқа тәсілді таңдаңыз.',
    ru: 'Этот браузер не умеет работать с ключом. Выберите другой способ.',
    next: 'other-way',
  },
  'not-cms': {
    kk: 'Бұл қолтаңба файлы емес (.p7s, .cms). Ештеңе жіберілген жоқ, басқа файл таңдаңыз.',
    ru: 'Это не файл подписи (.p7s, .cms). Ничего не отправлено, выберите другой файл.',
    next: 'other-file',
  },
  'too-large': {
    kk: 'Қолтаңба файлы тым үлкен: ең көбі 650 КБ. Ештеңе жіберілген жоқ, бөлек (detached) қолтаңба жасаңыз.',
    ru: 'Файл подписи слишком велик: не более 650 КБ. Ничего не отправлено, сделайте отдельную (detached) подпись.',
    next: 'other-file',
  },
  'other-content': {
    kk: 'Қолтаңба басқа мәтінге қойылған. Ештеңе жіберілген жоқ. Мәтінді қайта жүктеп алып, қол қойыңыз.',
    ru: 'Подписан другой текст. Ничего не отправлено. Скачайте текст заново и подпишите.',
    next: 'take-text',
  },
  'other-person': {
    kk: 'Кілт басқа адамдікі: ЖСН сәйкес емес. Ештеңе жіберілген жоқ.',
    ru: 'Ключ другого человека: ИИН не совпадает. Ничего не отправлено.',
    next: 'other-key',
  },
  'organisation-key': {
    kk: 'Бұл ұйымның кілті: жеке тұлғаның кілті керек. Ештеңе жіберілген жоқ.',
    ru: 'Это ключ организации: нужен ключ физического лица. Ничего не отправлено.',
    next: 'other-key',
  },
  'not-its-head': {
    kk: 'Осы БСН-і бар ұйымның кілті керек: бірінші басшының немесе қол қою құқығы бар адамның. Ештеңе жіберілген жоқ.',
    ru: 'Нужен ключ организации с этим БИН: первого руководителя или лица с правом подписи. Ничего не отправлено.',
    next: 'other-key',
  },
  expired: {
    kk: 'Кілт мерзімі өткен: {date}. Ештеңе жіберілген жоқ.',
    ru: 'Срок ключа истёк: {date}. Ничего не отправлено.',
    next: 'new-key',
  },
  'not-yet-valid': {
    kk: 'Кілт әлі жарамсыз, ол мына күннен басталады: {date}. Осы құрылғының сағатын да тексеріңіз.',
    ru: 'Ключ ещё не действует, он начнётся: {date}. Проверьте и часы этого устройства.',
    next: 'other-key',
  },
} as const satisfies Record<string, Described>;
export type SigningProblemCode = keyof typeof signingProblems;

export interface SigningProblem {
  readonly problem: SigningProblemCode;
  /** For `{date}`: the day on which the key began or ended. */
  readonly date?: Date;
  /** A code of NCALayer or an identifier of an algorithm, for «Толығырақ»; nothing personal. */
  readonly detail?: string;
}

export const isSigningProblem = (value: object): value is SigningProblem => 'problem' in value;
