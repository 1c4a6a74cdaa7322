import type { Bilingual, Language } from '../language/bilingual.ts';
import type { FieldError } from './problem.ts';

const digitsOfIin = { kk: 'Мұндай ЖСН жоқ: 12 цифрын тексеріңіз.', ru: 'Такого ИИН нет: проверьте все 12 цифр.' };
const strange = {
  kk: 'Бұл жерде мәтінге жатпайтын таңба бар: қайта теріңіз.',
  ru: 'Здесь есть знак, которого в тексте не бывает: наберите заново.',
};
const required = { kk: 'Осы өрісті толтырыңыз.', ru: 'Заполните это поле.' };
const choice = { kk: 'Ұсынылған жауаптардың бірі керек.', ru: 'Нужен один из предложенных ответов.' };
const once = { kk: 'Бұл бір рет қана жазылуы керек.', ru: 'Это должно стоять только один раз.' };
const unknown = { kk: 'Мұндай өріс жоқ.', ru: 'Такого поля нет.' };
const signs = { kk: 'Мұндай таңбалар жарамайды.', ru: 'Такие знаки не подходят.' };

/**
 * What each rule requires, in words for people. zod's rules are among them, because the API's contracts answer with
 * them.
 */
export const fieldTexts = {
  required,
  invalid_type: required,
  invalid_value: choice,
  invalid_union: choice,
  invalid_format: signs,
  too_small: { kk: 'Тым аз: кемінде {min} керек.', ru: 'Слишком мало: нужно не меньше {min}.' },
  too_big: { kk: 'Тым көп: {max}-тен артық болмауы керек.', ru: 'Слишком много: нужно не больше {max}.' },
  unrecognized_keys: unknown,
  'unknown-field': unknown,
  custom: { kk: 'Осы өрісті тексеріңіз.', ru: 'Проверьте это поле.' },
  length: {
    kk: 'Таңба саны {min} мен {max} аралығында болуы керек.',
    ru: 'Число знаков должно быть от {min} до {max}.',
  },
  format: signs,
  day: { kk: 'Күн керек, мысалы 2026-11-21.', ru: 'Нужен день, например 2026-11-21.' },
  'not-future': { kk: 'Бүгіннен кейінгі күн болмауы керек.', ru: 'День не может быть позже сегодняшнего.' },
  'not-past': { kk: 'Бүгіннен бұрынғы күн болмауы керек.', ru: 'День не может быть раньше сегодняшнего.' },
  'not-before': {
    kk: 'Кезеңнің соңы оның басынан бұрын болмауы керек.',
    ru: 'Конец периода не может быть раньше его начала.',
  },
  'birth-of': { kk: 'Туған күні ЖСН-мен сәйкес келмейді.', ru: 'День рождения не совпадает с ИИН.' },
  'younger-than': { kk: 'Жасы {max}-ге толмаған болуы керек.', ru: 'Возраст должен быть меньше {max} лет.' },
  claimed: {
    kk: 'Бұл бала бойынша басқа өтініш бар.',
    ru: 'По этому ребёнку есть другое заявление.',
  },
  'of-another': {
    kk: 'Бұл жерде өтініш берушінің емес, басқа адамның ЖСН-і керек.',
    ru: 'Здесь нужен ИИН другого человека, а не заявителя.',
  },
  money: {
    kk: 'Сома теңгемен, тек цифрлармен, мысалы 12500.',
    ru: 'Нужна сумма в тенге, только цифры, например 12500.',
  },
  'yes-no': choice,
  choice,
  email: {
    kk: 'Электрондық пошта мекенжайы керек, мысалы azamat@example.kz.',
    ru: 'Нужен адрес электронной почты, например azamat@example.kz.',
  },
  phone: { kk: 'Телефонның 6–15 цифры керек.', ru: 'Нужен телефон: от 6 до 15 цифр.' },
  'iin-digits': digitsOfIin,
  'iin-century-and-sex': digitsOfIin,
  'iin-birth-date': digitsOfIin,
  'iin-check-digit': digitsOfIin,
  'applicant-iin': { kk: 'Бұл жерде өтініш берушінің өз ЖСН-і керек.', ru: 'Здесь нужен ИИН самого заявителя.' },
  offered: { kk: 'Ұсынылған орынмен бірдей болуы керек.', ru: 'Должно совпадать с предложенным местом.' },
  'password-has-iin': { kk: 'Құпия сөзде ЖСН болмауы керек.', ru: 'В пароле не должно быть ИИН.' },
  'password-too-even': { kk: 'Кемінде 5 түрлі таңба керек.', ru: 'Нужно хотя бы 5 разных знаков.' },
  'name-mixed': {
    kk: 'Бір сөзде латын және кирилл әріптері араласқан: сөзді бір әліпбимен теріңіз.',
    ru: 'В одном слове смешаны латинские и русские буквы: наберите слово одним алфавитом.',
  },
  'name-proved': {
    kk: 'Бұл есім ЭЦҚ-мен расталған: тек әкесінің атын қосуға болады.',
    ru: 'Это имя подтверждено ЭЦП: можно только добавить отчество.',
  },
  cms: { kk: 'Бұл — қолтаңба (CMS) емес.', ru: 'Это не подпись (CMS).' },
  cursor: { kk: 'Тізімді басынан ашыңыз.', ru: 'Откройте список сначала.' },
  repeated: once,
  'percent-encoding': { kk: 'Мекенжай қате жазылған.', ru: 'Адрес записан с ошибкой.' },
  charset: { kk: 'Кодтауы UTF-8 болуы керек.', ru: 'Кодировка должна быть UTF-8.' },
  encoding: { kk: 'Қысылмаған болуы керек.', ru: 'Должно быть без сжатия.' },
  'utf-8': strange,
  surrogate: strange,
  'control-character': strange,
  uploaded: { kk: 'Файл жүктелмеген: қайта жүктеңіз.', ru: 'Файл не загружен: загрузите его ещё раз.' },
  size: { kk: 'Файлдың көлемі басқа: қайта жүктеңіз.', ru: 'Размер файла другой: загрузите его ещё раз.' },
  sha256: { kk: 'Файлдың мазмұны басқа: қайта жүктеңіз.', ru: 'Содержание файла другое: загрузите его ещё раз.' },
  type: {
    kk: 'Файлдың түрі басқа: PDF, JPEG, PNG немесе TIFF керек.',
    ru: 'Файл другого вида: нужен PDF, JPEG, PNG или TIFF.',
  },
  cut: {
    kk: 'Файлдың соңы жоқ: оны қайта сканерлеп, жүктеңіз.',
    ru: 'У файла нет конца: отсканируйте и загрузите его снова.',
  },
  broken: {
    kk: 'Файл бүлінген: оны қайта сканерлеп, жүктеңіз.',
    ru: 'Файл повреждён: отсканируйте и загрузите его снова.',
  },
  encrypted: {
    kk: 'Файл құпия сөзбен қорғалған: қорғаусыз жүктеңіз.',
    ru: 'Файл защищён паролем: загрузите его без защиты.',
  },
  malware: {
    kk: 'Тексеру бұл файлдан қауіп тапты: басқа файл жүктеңіз.',
    ru: 'Проверка нашла в файле угрозу: загрузите другой файл.',
  },
  'being-scanned': {
    kk: 'Файл әлі тексерілуде: бір минуттан кейін қайталаңыз.',
    ru: 'Файл ещё проверяется: повторите через минуту.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const isKnown = (rule: string): rule is keyof typeof fieldTexts => Object.hasOwn(fieldTexts, rule);

/** The rule as a sentence for people, with its limits; for an unknown rule, a sentence that says to check the field. */
export function fieldText({ rule, bounds = {} }: Pick<FieldError, 'rule' | 'bounds'>, language: Language): string {
  const text: string = fieldTexts[isKnown(rule) ? rule : 'custom'][language];
  return text.replace(/\{(min|max)\}/g, (_, name: 'min' | 'max') => String(bounds[name] ?? 1));
}
