import { pageWords } from '../../../card/page-words.ts';
import { signatureParts } from '../../../card/signature-lines.ts';
import { collect } from '../finish.ts';
import { decorate, ink, openSheet, type Kit } from '../sheet.ts';
import { addCardPage, area, margins, say, type Place } from './area.ts';
import { attachFiles } from './attach.ts';
import type { Card } from './card.ts';
import { lastPage, writeContents, writeInformation } from './information.ts';
import { writeQrPages } from './qr-pages.ts';
import { qrSets } from './qr-parts.ts';
import { tabulate } from './table.ts';
import { writeVisualisation } from './visualisation.ts';

/**
 * A card of an electronic document as PDF/A-3a and PDF/UA-1 (docs/decisions/0046): the document and its signatures in the order
 * of their times as attachments, and pages that show both. The same card gives the same bytes.
 */
export async function renderCard(card: Card): Promise<Uint8Array> {
  const { language, document, system, madeAt, pages = 'all' } = card;
  const shown = pages === 'all' ? card : { ...card, visual: undefined, signatures: [] };
  const { visual, signatures } = shown;
  const words = pageWords[language];
  const title = `${words.card}: ${document.title}`;
  const kit = openSheet(title, document.fileName, system.name, madeAt, { subset: 'PDF/A-3a', language });
  const bytes = collect(kit);
  attachFiles(kit, card);
  const body = kit.struct('Document');
  kit.addStructure(body);
  const place: Place = { kit, into: body, language };
  const sets = qrSets(signatures.map(({ octets }) => octets));
  const parts = titlesOf(shown, sets.length);
  kit.page.margins = { ...margins };
  kit.y = margins.top;
  const contents = writeInformation(place, card, parts.length);
  const begins = [0];
  const begin = (write: () => void) => {
    begins.push(lastPage(kit) + 1);
    write();
  };
  if (visual) begin(() => writeVisualisation(place, visual));
  for (const [no, { facts }] of signatures.entries())
    begin(() => {
      for (const each of facts) {
        addCardPage(kit);
        say(place, 'H1', words.signature(no + 1));
        for (const part of signatureParts(each, language)) {
          kit.y += 6;
          say(place, 'H2', part.title);
          tabulate(place, part.lines, [0.38, 0.62]);
        }
      }
    });
  for (const [no, codes] of sets.entries())
    begin(() => {
      addCardPage(kit);
      writeQrPages(place, no + 1, codes);
    });
  writeContents(
    place,
    contents,
    begins.map((page, no) => [parts[no] ?? '', page]),
  );
  writeFooters(kit, words.card);
  kit.end();
  return bytes;
}

function titlesOf({ language, visual, signatures }: Card, sets: number): readonly string[] {
  const words = pageWords[language];
  return [
    words.information,
    ...(visual ? [words.visualisation] : []),
    ...signatures.map(({ facts }, no) =>
      [words.signature(no + 1), ...facts.map(({ identity }) => identity.commonName)].filter(Boolean).join(': '),
    ),
    ...signatures.slice(0, sets).map((_, no) => words.qrOf(no + 1)),
  ];
}

/** From the second page on: the words on the left, page and number of pages on the right. */
function writeFooters(kit: Kit, words: string) {
  const { start, count } = kit.bufferedPageRange();
  for (let page = start + 1; page < start + count; page += 1) {
    kit.switchToPage(page);
    decorate(kit, () => {
      // Below the margin pdfkit would otherwise begin another page.
      kit.page.margins.bottom = 0;
      kit.font('plain').fontSize(8).fillColor(ink.label);
      kit.text(words, area.x, 822, { width: area.width, align: 'left', lineBreak: false });
      kit.text(`${page - start + 1} / ${count}`, area.x, 822, { width: area.width, align: 'right' });
    });
  }
}
