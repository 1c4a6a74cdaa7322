import type { Bilingual, Language } from '../../domain/language/bilingual.ts';
import type { OutputDocument } from '../../domain/output/document.ts';
import { standingLines } from '../../domain/output/legal-lines.ts';
import { howToCheck, howToCheckByHand, labels, signed } from '../../domain/output/wording.ts';
import { appealHeight, writeAppeal } from './appeal.ts';
import { drawQr } from './qr.ts';
import { bottom, heightOf, ink, keep, left, rule, width, write, type Kit, type Section, type Style } from './sheet.ts';

interface Official {
  readonly position: string | Bilingual;
  readonly person?: string;
  readonly note?: Bilingual;
}

/** Who signed and who prepared, and a note that the signature is electronic, or space for one by hand. */
function officialsOf({ signer, preparedBy, byHand }: OutputDocument): readonly Official[] {
  const signature: Official = signer
    ? { position: signer.position, person: signer.name, note: byHand ? signed.byHand : signed.known }
    : { position: labels.signer, note: byHand ? signed.byHand : signed.unknown };
  return preparedBy && preparedBy.name !== signer?.name
    ? [signature, { position: preparedBy.position, person: preparedBy.name }]
    : [signature];
}

type Line = readonly [text: string, language: Language | undefined, style: Style];

const duty = { width: width * 0.42, x: left } as const;
const name = { width: width * 0.56, x: left + width * 0.44 } as const;
const remark = { ...name, size: 8.5, colour: ink.rule } as const;

const dutyLines = ({ position }: Official): readonly Line[] =>
  typeof position === 'string'
    ? [[capital(position), undefined, { ...duty, size: 10 }]]
    : [
        [capital(position.kk), 'kk', { ...duty, size: 10 }],
        [capital(position.ru), 'ru', { ...duty, size: 8.5, colour: ink.label }],
      ];

const nameLines = ({ person, note }: Official): readonly Line[] => [
  ...(person === undefined ? [] : [[person, undefined, { ...name, size: 10.5, bold: true }] as const]),
  ...linesOfNote(person, note),
];

function linesOfNote(person?: string, note?: Bilingual): readonly Line[] {
  if (!note) return [];
  if (person !== undefined) return [[`${note.kk} / ${note.ru}`, undefined, remark]];
  return [
    [note.kk, 'kk', remark],
    [note.ru, 'ru', remark],
  ];
}

const heightOfLines = (kit: Kit, lines: readonly Line[]) =>
  lines.reduce((sum, [text, , style]) => sum + heightOf(kit, text, style), 0);

const heightOfOfficial = (kit: Kit, official: Official) =>
  Math.max(...[dutyLines, nameLines].map((lines) => heightOfLines(kit, lines(official)))) + 7;

function writeOfficial(kit: Kit, into: Section, official: Official) {
  const y = kit.y;
  for (const lines of [dutyLines, nameLines]) {
    kit.y = y;
    for (const [text, language, style] of lines(official)) write(kit, into, 'P', text, language, style);
  }
  kit.y = y + heightOfOfficial(kit, official);
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

const appealOf = (document: OutputDocument) => (document.kind === 'certificate' ? [] : document.appeal);

/** Points above the first signature. */
const ABOVE = 16;

/** Points that the end of a document takes: the right of appeal, signatures and how to check them stay together. */
export function closingHeight(kit: Kit, document: OutputDocument): number {
  const appeal = appealOf(document);
  const officials = officialsOf(document).reduce((sum, each) => sum + heightOfOfficial(kit, each), ABOVE);
  return (appeal.length > 0 ? appealHeight(kit, appeal) : 0) + officials + verificationHeight(kit, document);
}

/** The end of a document, at the end of its last page. */
export function writeClosing(kit: Kit, into: Section, document: OutputDocument) {
  keep(kit, closingHeight(kit, document));
  const appeal = appealOf(document);
  if (appeal.length > 0) writeAppeal(kit, into, appeal);
  kit.y += ABOVE;
  for (const official of officialsOf(document)) writeOfficial(kit, into, official);
  const y = Math.max(kit.y, bottom - verificationHeight(kit, document));
  rule(kit, y, ink.rule, 0.8);
  kit.y = y + 8;
  for (const [language, text] of footnotes(document)) {
    write(kit, into, 'P', text, language, beside);
    kit.y += 1.5;
  }
  write(kit, into, 'P', document.verifyUrl, undefined, address);
  drawQr(kit, into, document.verifyUrl, `QR: ${document.number}`, { x: left - 8, y: y + 6, side: side + 8 });
}
