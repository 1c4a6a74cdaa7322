import type { Texts } from './text.ts';

/** Filling in. */
export const applyTexts = {
  step: { kk: '{n}-қадам, барлығы {all}', ru: 'Шаг {n} из {all}' },
  applicant: { kk: 'Өтініш беруші', ru: 'Заявитель' },
  iin: { kk: 'ЖСН', ru: 'ИИН' },
  fromAccount: { kk: 'Есептік жазбаңыздан.', ru: 'Из Вашей учётной записи.' },
  isWrong: { kk: 'Қате ме?', ru: 'Неверно?' },
  office: { kk: 'Қай мекеме қарайды', ru: 'Какое учреждение рассмотрит' },
  officeHint: { kk: 'Тұрғылықты жеріңіз бойынша', ru: 'По месту жительства' },
  chooseOffice: { kk: 'Таңдаңыз', ru: 'Выберите' },
  officeFixed: {
    kk: 'Скандары болса, мекеме ауыспайды: алдымен оларды алып тастаңыз.',
    ru: 'Со сканами учреждение не меняется: сначала уберите их.',
  },
  later: { kk: 'Сақтап, кейін жалғастыру', ru: 'Сохранить и продолжить позже' },
  saving: { kk: 'Сақталуда…', ru: 'Сохраняем…' },
  saved: { kk: 'Жоба сақталды: {at}. {day} дейін тұрады.', ru: 'Черновик сохранён {at}. Хранится до {day}.' },
  steps: { kk: 'Қадамдар', ru: 'Шаги' },
} as const satisfies Texts;

/** The pages of an application, by the last part of their addresses. */
export const stepTexts = {
  form: { kk: 'Өтініш', ru: 'Заявление' },
  scans: { kk: 'Құжаттар', ru: 'Документы' },
  check: { kk: 'Тексеру және қол қою', ru: 'Проверка и подпись' },
} as const satisfies Texts;
