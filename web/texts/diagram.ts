import type { Texts } from './text.ts';

export const diagramTexts = {
  alt: { kk: 'Диаграмма; мәтіні төмендегі тізімде', ru: 'Диаграмма; то же словами в списке ниже' },
  steps: { kk: 'Сол іс-қимылдар тізіммен', ru: 'Те же действия списком' },
} as const satisfies Texts;
