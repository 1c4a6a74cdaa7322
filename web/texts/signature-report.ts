import type { Texts } from './text.ts';

export const reportTexts = {
  report: { kk: 'Қолтаңбаны тексеру есебі', ru: 'Отчёт о проверке подписи' },
  refusedAt: { kk: 'Қабылданбаған қолтаңба: {when}', ru: 'Непринятая подпись: {when}' },
  ofApplication: { kk: 'Өтініштің қолтаңбасы', ru: 'Подпись заявления' },
  atReceipt: { kk: 'Қабылданған кезде тексерілгені:', ru: 'Как её проверили при получении:' },
  ofDocument: { kk: 'Құжаттың қолтаңбасы', ru: 'Подпись документа' },
} as const satisfies Texts;
