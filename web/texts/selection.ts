import type { Texts } from './text.ts';

/** Lines of a list that somebody has chosen. */
export const selectionTexts = {
  chosen: { kk: 'Белгіленді: {n}', ru: ['Выбрана {n} работа', 'Выбраны {n} работы', 'Выбрано {n} работ'] },
  all: { kk: 'Беттегі бәрін белгілеу', ru: 'Выбрать все на странице' },
  one: { kk: '{number} белгілеу', ru: 'Выбрать {number}' },
  bar: { kk: 'Белгіленгендермен не істеуге болады', ru: 'Что сделать с выбранными' },
  clear: { kk: 'Белгіні алып тастау', ru: 'Снять выбор' },
} as const satisfies Texts;
