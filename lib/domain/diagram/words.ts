import type { ChannelName, Outcome } from '../regulation/words.ts';

/** This project's texts in a picture. The words of rows and lanes are the decree's, in Russian. */
export interface Words {
  readonly ru: string;
  readonly kk: string;
}

export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  confirmed: { ru: 'ЭЦП подтверждена', kk: 'ЭЦҚ расталды' },
  unconfirmed: { ru: 'ЭЦП не подтверждена', kk: 'ЭЦҚ расталмады' },
  found: { ru: 'данные найдены', kk: 'деректер табылды' },
  absent: { ru: 'данные не найдены', kk: 'деректер табылмады' },
  paid: { ru: 'оплачено', kk: 'төленген' },
  unpaid: { ru: 'не оплачено', kk: 'төленбеген' },
  approved: { ru: 'решение: оказать', kk: 'шешім: көрсету' },
  refused: { ru: 'решение: отказ', kk: 'шешім: бас тарту' },
};

/** When the sign-in was not confirmed. */
export const identityUnconfirmed: Words = { ru: 'вход не подтверждён', kk: 'кіру расталмады' };

export const endWords = {
  completed: { ru: 'Завершение', kk: 'Аяқталды' },
  refused: { ru: 'Отказ', kk: 'Бас тарту' },
} as const satisfies Record<string, Words>;

export const startWords: Words = { ru: 'Начало', kk: 'Басталуы' };

export const channelWords: Readonly<Record<ChannelName, Words>> = {
  portal: { ru: 'через портал «электронного правительства»', kk: '«электрондық үкімет» порталы арқылы' },
  con: { ru: 'через центр обслуживания населения', kk: 'халыққа қызмет көрсету орталығы арқылы' },
  mio: { ru: 'через услугодателя', kk: 'қызмет беруші арқылы' },
  paper: { ru: 'на бумаге', kk: 'қағаз түрінде' },
  akim: { ru: 'через акима сельского округа', kk: 'ауылдық округ әкімі арқылы' },
};

export const markWords = {
  done: { ru: 'выполнено', kk: 'орындалды' },
  current: { ru: 'выполняется', kk: 'орындалуда' },
  overdue: { ru: 'просрочено', kk: 'мерзімі өтті' },
} as const satisfies Record<string, Words>;

export const requestWords: Words = { ru: 'Заявление', kk: 'Өтініш' };
