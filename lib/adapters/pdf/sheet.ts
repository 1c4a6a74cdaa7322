import Pdf from 'pdfkit';
import type { Language } from '../../domain/language/bilingual.ts';
import { claimAccessible } from './accessible.ts';
import { openFonts } from './package-files.ts';

/** Points; A4 with the margins of Kazakh office work (left 25 mm for the file's holes, right 15 mm). */
export const left = 71;
export const right = 43;
export const top = 48;
export const width = 595.28 - left - right;
/** Where the text of a page ends; the footer is below. */
export const bottom = 841.89 - 54;

export const ink = { text: '#111111', label: '#444444', rule: '#1f5f8b', hair: '#b9c4cc' } as const;

export interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly x?: number;
  readonly width?: number;
}

export type Kit = PDFKit.PDFDocument;
export type Section = ReturnType<Kit['struct']>;

/** Attributes of a tagged element that pdfkit 0.20 supports; its types are those of 0.17. */
export type Tag = NonNullable<Parameters<Kit['struct']>[1]> & {
  readonly scope?: 'Row' | 'Column';
  readonly bbox?: readonly [left: number, top: number, right: number, bottom: number];
};

/** pdfkit writes these into XML as they are: an office called «A & B» would make the metadata unreadable. */
const inMetadata = (text: string) => text.replaceAll(/[<&]/g, ' ');

/** Files that are attached make a document PDF/A-3 (ISO 19005-3 6.8). */
interface Kind {
  readonly subset: 'PDF/A-2a' | 'PDF/A-3a';
  readonly language: Language;
}
const output: Kind = { subset: 'PDF/A-2a', language: 'kk' };

/** Begins a document: tagged PDF/A and PDF/UA-1, an output's in the state language, with its own creation date. */
export function openSheet(
  title: string,
  subject: string,
  author: string,
  createdAt: Date,
  { subset, language }: Kind = output,
): Kit {
  const kit = new Pdf({
    size: 'A4',
    margins: { top, left, right, bottom: 54 },
    bufferPages: true,
    pdfVersion: '1.7',
    subset,
    tagged: true,
    lang: `${language}-KZ`,
    displayTitle: true,
    // No standard font: PDF/A embeds all fonts, and the standard fourteen have no Kazakh letters.
    font: '',
    // The date also determines the file's identifier, so that the same document gives the same bytes.
    info: {
      Title: inMetadata(title),
      Subject: inMetadata(subject),
      Author: inMetadata(author),
      Creator: 'e-akimat',
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  });
  for (const [name, font] of Object.entries(openFonts())) kit.registerFont(name, font);
  claimAccessible(kit);
  return kit;
}

const set = (kit: Kit, { size = 10, bold = false, colour = ink.text }: Style) =>
  kit
    .font(bold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(colour);

const options = ({ align = 'left', width: own = width }: Style) => ({ align, width: own, lineGap: 1.2 });

/** «№ 149», «370-II» and «QR-код» stay on one line. */
const tie = (text: string) => text.replaceAll('№ ', '№\u00a0').replaceAll(/(?<=QR|\d)-(?=\p{L})/gu, '\u2011');

export const heightOf = (kit: Kit, text: string, style: Style): number =>
  set(kit, style).heightOfString(tie(text), options(style));

/** Writes text as a tagged element of its language; the position moves below it. */
export function write(
  kit: Kit,
  into: Section,
  tag: string,
  text: string,
  language: Language | undefined,
  style: Style,
) {
  into.add(kit.struct(tag, language ? { lang: language } : {}, () => print(kit, text, style)));
}

/** Writes text where nothing but its look matters; the position moves below it. */
export const print = (kit: Kit, text: string, style: Style) =>
  void set(kit, style).text(tie(text), style.x ?? left, kit.y, options(style));

/** Lines and the footer: screen readers skip these. */
export function decorate(kit: Kit, draw: () => void) {
  kit.markContent('Artifact', { type: 'Layout' });
  draw();
  kit.endMarkedContent();
}

export const rule = (kit: Kit, y: number, colour: string = ink.hair, weight = 0.5) =>
  decorate(kit, () => {
    kit
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(weight)
      .strokeColor(colour)
      .stroke();
  });

/** Goes to a new page unless `height` points are left on this one. */
export function keep(kit: Kit, height: number) {
  if (kit.y + height > bottom) kit.addPage();
}
