import { pageWords } from '../../../card/page-words.ts';
import type { OutputDocument } from '../../../domain/output/document.ts';
import { numberPages } from '../finish.ts';
import { drawOutput } from '../render.ts';
import { decorate, ink, left, top, width } from '../sheet.ts';
import { lastPage } from './information.ts';
import type { Place } from './area.ts';

/** The document on pages of its own, by the code that made it, and with its own margins: nothing is drawn differently. */
export function writeVisualisation({ kit, into, language }: Place, document: OutputDocument) {
  kit.addPage();
  const start = lastPage(kit);
  kit.y = top;
  drawOutput(kit, into, document);
  const pages = { start, count: lastPage(kit) - start + 1 };
  numberPages(kit, document.number, pages);
  const { visualisation } = pageWords[language];
  for (let page = start; page < start + pages.count; page += 1) {
    kit.switchToPage(page);
    decorate(kit, () => {
      kit.font('plain').fontSize(9).fillColor(ink.rule).text(visualisation, left, 22, { width, align: 'center' });
    });
    decorate(kit, () => {
      const [middle, height] = [595.28 / 2, 841.89 / 2];
      kit
        .save()
        .rotate(-54, { origin: [middle, height] })
        .fillOpacity(0.09);
      const across = { width: 900, align: 'center', lineBreak: false } as const;
      kit
        .font('bold')
        .fontSize(38)
        .fillColor(ink.rule)
        .text(visualisation, middle - 450, height - 22, across);
      kit.restore();
    });
  }
  kit.switchToPage(lastPage(kit));
}
