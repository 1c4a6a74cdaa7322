import type { Texts } from './text.ts';

/** What an employee is asked to do, as a line of the queue says it. */
export const tasks = {
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
} as const satisfies Texts;

/** What is reported when it has been done. */
export const taskDone = {
  accept: { kk: 'Жұмысқа қабылдау', ru: 'Принять в работу' },
  check: { kk: 'Бәрі дұрыс', ru: 'Всё верно' },
  assign: { kk: 'Орындаушы тағайындалды', ru: 'Исполнитель назначен' },
  survey: { kk: 'Зерттеп-қаралды', ru: 'Обследование проведено' },
  conclude: { kk: 'Оң қорытынды', ru: 'Положительное заключение' },
  prepare: { kk: 'Дайындалды', ru: 'Подготовлено' },
  approve: { kk: 'Келісілді', ru: 'Согласовано' },
  sign: { kk: 'Қолмен қол қойылды', ru: 'Подписано от руки' },
  forward: { kk: 'Жіберілді', ru: 'Передано' },
  'hand-over': { kk: 'Қолға берілді', ru: 'Выдано на руки' },
} as const satisfies Texts;

/** The other answer of the tasks that answer yes or no. */
export const taskRefused = {
  check: { kk: 'Дұрыс емес', ru: 'Есть нарушения' },
  conclude: { kk: 'Теріс қорытынды', ru: 'Отрицательное заключение' },
} as const satisfies Texts;
