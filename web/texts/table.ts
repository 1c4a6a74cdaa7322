import type { Texts } from './text.ts';

/** The rows of a table in a form. */
export const tableTexts = {
  row: { kk: '{n}-жол', ru: 'Строка {n}' },
  add: { kk: 'Жол қосу', ru: 'Добавить строку' },
  remove: { kk: 'Жолды алып тастау', ru: 'Убрать строку' },
  removeRow: { kk: '{n}-жолды алып тастау', ru: 'Убрать строку {n}' },
  choose: { kk: 'таңдаңыз', ru: 'выберите' },
  full: {
    kk: 'Бұл кестеде {n} жолдан артық болмайды',
    ru: [
      'В этой таблице не больше {n} строки',
      'В этой таблице не больше {n} строк',
      'В этой таблице не больше {n} строк',
    ],
  },
} as const satisfies Texts;
