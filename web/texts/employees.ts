import type { Texts } from './text.ts';

/** An administrator opens an employee's account. */
export const employeeTexts = {
  title: { kk: 'Қызметкердің есептік жазбасын ашу', ru: 'Открыть учётную запись сотрудника' },
  intro: {
    kk: 'Қызметкер алғаш рет ЭЦҚ-мен кіргенде, бұл құпия сөз күшін жояды.',
    ru: 'Когда сотрудник впервые войдёт по ЭЦП, этот пароль перестанет действовать.',
  },
  iin: { kk: 'ЖСН', ru: 'ИИН' },
  fullName: { kk: 'Тегі, аты, әкесінің аты', ru: 'Фамилия, имя, отчество' },
  position: { kk: 'Лауазымы, құжаттарда жазылатындай', ru: 'Должность, как её назовут документы' },
  password: { kk: 'Алғашқы құпия сөз (міндетті емес)', ru: 'Первый пароль (необязательно)' },
  role: { kk: 'Рөлі', ru: 'Роль' },
  office: { kk: 'Мекемесі', ru: 'Учреждение' },
  words: { kk: 'Мекемені атауы бойынша іздеу', ru: 'Найти учреждение по названию' },
  open: { kk: 'Ашу', ru: 'Открыть' },
  opening: { kk: 'Ашылуда…', ru: 'Открываем…' },
  opened: { kk: '{name}: есептік жазба ашылды.', ru: '{name}: учётная запись открыта.' },
} as const satisfies Texts;

/** What an employee is. */
export const roleNames = {
  'con-operator': { kk: 'ХҚО операторы', ru: 'оператор ЦОН' },
  'mio-officer': { kk: 'ЖАО қызметкері', ru: 'сотрудник МИО' },
  'mio-head': { kk: 'ЖАО басшысы', ru: 'руководитель МИО' },
  akim: { kk: 'ауыл әкімі', ru: 'сельский аким' },
  'commission-member': { kk: 'комиссия мүшесі', ru: 'член комиссии' },
  auditor: { kk: 'аудитор', ru: 'аудитор' },
  administrator: { kk: 'әкімші', ru: 'администратор' },
} as const satisfies Texts;
