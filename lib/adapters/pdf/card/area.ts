import { toPrintable } from '../../../domain/output/printable.ts';
import type { CardLanguage } from '../../../card/page-words.ts';
import { heightOf, write, type Kit, type Section, type Style } from '../sheet.ts';

const millimetre = 72 / 25.4;

/** Margins of the specification: left 30, top 20, right 10, bottom 20 mm. */
export const margins = {
  left: 30 * millimetre,
  top: 20 * millimetre,
  right: 10 * millimetre,
  bottom: 20 * millimetre,
} as const;
export const area = {
  x: margins.left,
  width: 595.28 - margins.left - margins.right,
  bottom: 841.89 - margins.bottom,
} as const;

/** Begins a page of the card. */
export function addCardPage(kit: Kit) {
  kit.addPage({ size: 'A4', margins });
}

export interface Place {
  readonly kit: Kit;
  readonly into: Section;
  readonly language: CardLanguage;
}

/** A heading or a paragraph over the whole width; a page that has no room for it is left. */
export function say({ kit, into, language }: Place, tag: 'H1' | 'H2' | 'P', text: string, style: Style = {}) {
  const whole = { ...looks[tag], x: area.x, width: area.width, ...style };
  const said = toPrintable(text);
  // A heading is never the last line of a page.
  room(kit, heightOf(kit, said, whole) + (tag === 'P' ? 0 : 40));
  write(kit, into, tag, said, language, whole);
  kit.y += tag === 'P' ? 3 : 4;
}

const looks = {
  H1: { size: 14, bold: true, align: 'center' },
  H2: { size: 11, bold: true },
  P: { size: 9.5 },
} as const satisfies Record<string, Style>;

export function room(kit: Kit, height: number) {
  if (kit.y + height > area.bottom) addCardPage(kit);
}
