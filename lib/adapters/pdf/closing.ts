import type { Bilingual } from '../../domain/language/bilingual.ts';
import type { OutputDocument } from '../../domain/output/document.ts';
import { standingLines } from '../../domain/output/legal-lines.ts';
import { howToCheck, howToCheckByHand, labels, signed } from '../../domain/output/wording.ts';
import { appealHeight, writeAppeal } from './appeal.ts';
import { drawQr } from './qr.ts';
import { bottom, heightOf, ink, keep, left, rule, width, write, type Kit, type Section } from './sheet.ts';

/** Who signed and who prepared, and a note that the signature is electronic, or space for one by hand. */
function writeSignatures(kit: Kit, into: Section, { signer, preparedBy, byHand }: OutputDocument) {
  kit.y += 16;
  if (signer) writeOfficial(kit, into, signer.position, signer.name, byHand ? signed.byHand : signed.known);
  else writeOfficial(kit, into, labels.signer, undefined, byHand ? signed.byHand : signed.unknown);
  if (preparedBy && preparedBy.name !== signer?.name) writeOfficial(kit, into, preparedBy.position, preparedBy.name);
}

const duty = { width: width * 0.42, x: left } as const;
const name = { width: width * 0.56, x: left + width * 0.44 } as const;

function writeOfficial(kit: Kit, into: Section, position: string | Bilingual, person?: string, note?: Bilingual) {
  keep(kit, 44);
  const y = kit.y;
  if (typeof position === 'string') write(kit, into, 'P', capital(position), undefined, { ...duty, size: 10 });
  else {
    write(kit, into, 'P', capital(position.kk), 'kk', { ...duty, size: 10 });
    write(kit, into, 'P', capital(position.ru), 'ru', { ...duty, size: 8.5, colour: ink.label });
  }
  const below = kit.y;
  kit.y = y;
  if (person) write(kit, into, 'P', person, undefined, { ...name, size: 10.5, bold: true });
  if (note) {
    const style = { ...name, size: 8.5, colour: ink.rule };
    if (person) write(kit, into, 'P', `${note.kk} / ${note.ru}`, undefined, style);
    else {
      write(kit, into, 'P', note.kk, 'kk', style);
      write(kit, into, 'P', note.ru, 'ru', style);
    }
  }
  kit.y = Math.max(kit.y, below) + 7;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('kk') + text.slice(1);

const side = 96;
const beside = { x: left + side + 14, width: width - side - 14, size: 7.2, colour: ink.label } as const;

/** What the law says of such a document, how to check, the decree, the address to ask. */
const footnotes = ({ decree, byHand, issuedOn, replaces }: OutputDocument) =>
  [
    ...(replaces ? [replaces] : []),
    ...(byHand ? [howToCheckByHand] : [...standingLines('document', issuedOn), howToCheck]),
    decree,
  ].flatMap(
    ({ kk, ru }) =>
      [
        ['kk', kk],
        ['ru', ru],
      ] as const,
  );
const address = { ...beside, colour: ink.rule } as const;

const verificationHeight = (kit: Kit, document: OutputDocument) =>
  12 +
  Math.max(
    side,
    footnotes(document).reduce(
      (sum, [, text]) => sum + heightOf(kit, text, beside) + 1.5,
      heightOf(kit, document.verifyUrl, address),
    ),
  );

/** The right of appeal, signatures and how to check them stay together at the end of the last page. */
export function writeClosing(kit: Kit, into: Section, document: OutputDocument) {
  const height = verificationHeight(kit, document);
  const appeal = document.kind === 'certificate' ? [] : document.appeal;
  const own = (document.preparedBy ? 90 : 55) + (appeal.length > 0 ? appealHeight(kit, appeal) : 0);
  keep(kit, height + own);
  if (appeal.length > 0) writeAppeal(kit, into, appeal);
  writeSignatures(kit, into, document);
  const y = Math.max(kit.y, bottom - height);
  rule(kit, y, ink.rule, 0.8);
  kit.y = y + 8;
  for (const [language, text] of footnotes(document)) {
    write(kit, into, 'P', text, language, beside);
    kit.y += 1.5;
  }
  write(kit, into, 'P', document.verifyUrl, undefined, address);
  drawQr(kit, into, document.verifyUrl, `QR: ${document.number}`, { x: left - 8, y: y + 6, side: side + 8 });
}
