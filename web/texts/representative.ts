import type { Texts } from './text.ts';

/** Who acts for the applicant by a power of attorney. */
export const representativeTexts = {
  representative: { kk: 'Өтініш берушінің өкілі', ru: 'Представитель заявителя' },
  person: { kk: '{fullName}, ЖСН {iin}', ru: '{fullName}, ИИН {iin}' },
  power: { kk: 'Сенімхат', ru: 'Доверенность' },
  facts: {
    kk: '№ {number}, {from} берілген, {until} дейін жарамды',
    ru: '№ {number} от {from}, действует до {until}',
  },
  notary: { kk: 'Нотариус', ru: 'Нотариус' },
} as const satisfies Texts;
