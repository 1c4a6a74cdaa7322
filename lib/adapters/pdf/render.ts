import type { OutputDocument } from '../../domain/output/document.ts';
import { writeCertificate } from './certificate.ts';
import { closingHeight, writeClosing } from './closing.ts';
import { collect, numberPages } from './finish.ts';
import { writeLetterhead } from './letterhead.ts';
import { titleOf, writeLetter } from './letter.ts';
import { openSheet, type Kit, type Section } from './sheet.ts';

/**
 * The document as PDF/A-2a bytes (ISO 19005-2): tagged, with embedded fonts and colour profile. It uses no clock and no
 * random values, so the same document always gives the same bytes and the same digest.
 */
export async function renderOutput(document: OutputDocument): Promise<Uint8Array> {
  const { kk, ru } = document.kind === 'certificate' ? document.title : titleOf(document);
  const office =
    typeof document.office === 'string' ? document.office : `${document.office.kk} / ${document.office.ru}`;
  const kit = openSheet(`${kk} / ${ru}`, `№ ${document.number}`, office, new Date(`${document.issuedOn}T00:00:00Z`));
  const bytes = collect(kit);
  const body = kit.struct('Document');
  kit.addStructure(body);
  drawOutput(kit, body, document);
  numberPages(kit, document.number);
  kit.end();
  return bytes;
}

/** Draws the document on the page where the kit is, and on as many as it needs. */
export function drawOutput(kit: Kit, body: Section, document: OutputDocument) {
  writeLetterhead(kit, body, document);
  if (document.kind === 'certificate') writeCertificate(kit, body, document, closingHeight(kit, document));
  else writeLetter(kit, body, document);
  writeClosing(kit, body, document);
}
