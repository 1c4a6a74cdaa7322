import type { Bilingual } from '../language/bilingual.ts';
import type { Role } from './roles.ts';

/** What somebody is, for people. */
export const roleWords = {
  applicant: { kk: 'өтініш беруші', ru: 'заявитель' },
  'con-operator': { kk: 'ХҚО операторы', ru: 'оператор ЦОН' },
  'mio-officer': { kk: 'ЖАО қызметкері', ru: 'сотрудник МИО' },
  'mio-head': { kk: 'ЖАО басшысы', ru: 'руководитель МИО' },
  akim: { kk: 'ауыл әкімі', ru: 'сельский аким' },
  'commission-member': { kk: 'комиссия мүшесі', ru: 'член комиссии' },
  auditor: { kk: 'аудитор', ru: 'аудитор' },
  administrator: { kk: 'әкімші', ru: 'администратор' },
} as const satisfies Record<Role, Bilingual>;
