import type { OutputDocument } from '../../domain/output/document.ts';
import { refusalTitle } from '../../domain/output/wording.ts';
import { writeCertificate } from './certificate.ts';
import { writeClosing } from './closing.ts';
import { writeLetterhead } from './letterhead.ts';
import { writeRefusal } from './refusal.ts';
import { decorate, ink, left, openSheet, width, type Kit } from './sheet.ts';

/**
 * The document as PDF/A-2a bytes (ISO 19005-2): tagged, fonts and colour profile embedded, no clock and no chance, so
 * that the same document always gives the same bytes, and with them the same digest.
 */
export async function renderOutput(document: OutputDocument): Promise<Uint8Array> {
  const { kk, ru } = document.kind === 'certificate' ? document.title : refusalTitle;
  const office =
    typeof document.office === 'string' ? document.office : `${document.office.kk} / ${document.office.ru}`;
  const kit = openSheet(`${kk} / ${ru}`, `№ ${document.number}`, office, new Date(`${document.issuedOn}T00:00:00Z`));
  const bytes = collect(kit);
  const body = kit.struct('Document');
  kit.addStructure(body);
  writeLetterhead(kit, body, document);
  if (document.kind === 'certificate') writeCertificate(kit, body, document);
  else writeRefusal(kit, body, document);
  writeClosing(kit, body, document);
  numberPages(kit, document.number);
  kit.end();
  return bytes;
}

/** «№ … · 2 / 3» below every page, where there are more than one. */
function numberPages(kit: Kit, number: string) {
  const { start, count } = kit.bufferedPageRange();
  if (count < 2) return;
  for (let page = start; page < start + count; page += 1) {
    kit.switchToPage(page);
    decorate(kit, () => {
      // Below the margin, where pdfkit would otherwise begin another page.
      kit.page.margins.bottom = 0;
      const text = `№ ${number} · ${page - start + 1} / ${count}`;
      kit.font('plain').fontSize(8).fillColor(ink.label).text(text, left, 808, { width, align: 'center' });
    });
  }
}

async function collect(kit: Kit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of kit as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
