import type { LookKind } from '../access/journal-rules.ts';
import type { Bilingual } from '../language/bilingual.ts';

/** What was done, for people. */
export const lookWords = {
  request: { kk: 'Өтінішті қарады', ru: 'Просмотр заявления' },
  document: { kk: 'Құжатты қарады', ru: 'Просмотр документа' },
  scan: { kk: 'Сканды қарады', ru: 'Просмотр скана' },
  report: { kk: 'Қолтаңба тексерісін қарады', ru: 'Просмотр проверки подписи' },
  receipt: { kk: 'Талонды қарады', ru: 'Просмотр талона' },
  list: { kk: 'Тізімді қарады', ru: 'Просмотр списка' },
  search: { kk: 'Нөмірі бойынша іздеді', ru: 'Поиск по номеру' },
  act: { kk: 'Іс-қимыл жасады', ru: 'Действие' },
  people: { kk: 'Қызметкерлер тізімін қарады', ru: 'Просмотр сотрудников' },
  post: { kk: 'Қызметін өзгертті', ru: 'Изменение должности' },
  session: { kk: 'Кіру немесе шығу', ru: 'Вход или выход' },
  journal: { kk: 'Журналды қарады', ru: 'Просмотр журнала' },
} as const satisfies Record<LookKind, Bilingual>;
