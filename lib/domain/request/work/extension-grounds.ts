import type { Bilingual } from '../../language/bilingual.ts';

/**
 * Why a term is extended («в исключительных случаях»). The decrees list no grounds; these are this project's. A list and
 * no free text, because the history that applicants read holds no personal data of others.
 */
export const extensionGrounds = {
  'search-elsewhere': {
    kk: 'Құжаттарды басқа мұрағаттан немесе мекемеден іздеу қажет',
    ru: 'Нужен поиск документов в другом архиве или учреждении',
  },
  'many-records': { kk: 'Көптеген істі қарап шығу қажет', ru: 'Нужно просмотреть много дел' },
  'answer-awaited': {
    kk: 'Басқа органға жіберілген сұрауға жауап күтілуде',
    ru: 'Ожидается ответ на запрос в другой орган',
  },
} as const satisfies Record<string, Bilingual>;

export type ExtensionGround = keyof typeof extensionGrounds;
