import type { Bilingual } from '../language/bilingual.ts';
import type { Dimension } from './table.ts';

/** What the rows of the statistics tell apart. */
export const dimensionWords = {
  month: { kk: 'Ай', ru: 'Месяц' },
  office: { kk: 'Орган', ru: 'Орган' },
  service: { kk: 'Қызмет', ru: 'Услуга' },
  channel: { kk: 'Тапсыру тәсілі', ru: 'Способ подачи' },
} as const satisfies Record<Dimension, Bilingual>;

/** The columns of the statistics. Working time is in minutes. */
export const figureWords = {
  received: { kk: 'Түскені', ru: 'Поступило' },
  issued: { kk: 'Берілгені', ru: 'Выдано' },
  refused: { kk: 'Бас тартылғаны', ru: 'Отказано' },
  left: { kk: 'Кезектен шыққаны', ru: 'Вышли из очереди' },
  withdrawn: { kk: 'Құжаты кері қайтарылғаны', ru: 'Документ отозван' },
  turnedAway: { kk: 'Қабылданбағаны', ru: 'Не принято' },
  takenBack: { kk: 'Қайтарып алынғаны', ru: 'Отозвано заявителями' },
  overdue: { kk: 'Мерзімі өткені', ru: 'С нарушением срока' },
  medianMinutes: { kk: 'Жартысы осыдан ұзақ емес, жұмыс минуты', ru: 'Половина не дольше, рабочих минут' },
  longestMinutes: { kk: 'Ең ұзағы, жұмыс минуты', ru: 'Самое долгое, рабочих минут' },
  grounds: { kk: 'Бас тарту негіздері', ru: 'Основания отказа' },
} as const satisfies Record<string, Bilingual>;

/** A ground that is not of the regulation's list. */
export const ownWords = { kk: 'лауазымды адамның өз сөзімен', ru: 'своими словами должностного лица' } as const;
