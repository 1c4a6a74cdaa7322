import type { Texts } from './text.ts';

/** Whether the signature of the document has a timestamp (docs/glossary.md). */
export const timestampTexts = {
  stamped: { kk: 'Құжат қолтаңбасының уақыт белгісі: {when}', ru: 'Метка времени подписи документа: {when}' },
  awaited: { kk: 'Құжат қолтаңбасының әзірге уақыт белгісі жоқ', ru: 'У подписи документа пока нет метки времени' },
  lost: { kk: 'Құжат қолтаңбасының уақыт белгісі жоқ', ru: 'У подписи документа нет метки времени' },
} as const satisfies Texts;

/** The same below the heading of a signature. */
export const stampTexts = {
  stamped: { kk: 'Уақыт белгісі: {when}.', ru: 'Метка времени: {when}.' },
  awaited: { kk: 'Әзірге уақыт белгісі жоқ.', ru: 'Метки времени пока нет.' },
  lost: { kk: 'Уақыт белгісі жоқ.', ru: 'Метки времени нет.' },
} as const satisfies Texts;
