import { decorate, ink, left, width, type Kit } from './sheet.ts';

/** «№ … · 2 / 3» below every page of the document, or of a part, if there are several. */
export function numberPages(kit: Kit, number: string, part?: { readonly start: number; readonly count: number }) {
  const { start, count } = part ?? kit.bufferedPageRange();
  if (count < 2) return;
  for (let page = start; page < start + count; page += 1) {
    kit.switchToPage(page);
    decorate(kit, () => {
      // Below the margin pdfkit would otherwise begin another page.
      kit.page.margins.bottom = 0;
      const text = `№ ${number} · ${page - start + 1} / ${count}`;
      kit.font('plain').fontSize(8).fillColor(ink.label).text(text, left, 808, { width, align: 'center' });
    });
  }
}

/** Collects the bytes until the document is ended; call it before anything is written. */
export async function collect(kit: Kit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of kit as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
