import type { Bilingual } from '../language/bilingual.ts';
import type { Task } from './work.ts';

/** What an employee is asked to do, as a line of the queue says it. */
export const taskWords = {
  accept: { kk: 'Қабылдау', ru: 'Принять' },
  check: { kk: 'Тексеру', ru: 'Проверить' },
  assign: { kk: 'Орындаушыны тағайындау', ru: 'Назначить исполнителя' },
  survey: { kk: 'Зерттеп-қарау', ru: 'Обследовать' },
  conclude: { kk: 'Қорытынды беру', ru: 'Дать заключение' },
  prepare: { kk: 'Дайындау', ru: 'Подготовить' },
  decide: { kk: 'Шешім қабылдау', ru: 'Решить' },
  approve: { kk: 'Келісу', ru: 'Согласовать' },
  sign: { kk: 'Қол қою', ru: 'Подписать' },
  forward: { kk: 'Жіберу', ru: 'Передать дальше' },
  'hand-over': { kk: 'Қолға беру', ru: 'Выдать на руки' },
} as const satisfies Record<Task, Bilingual>;
