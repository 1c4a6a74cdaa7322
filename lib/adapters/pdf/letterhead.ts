import { writeDay } from '../../domain/language/dates.ts';
import type { OutputDocument } from '../../domain/output/document.ts';
import { heightOf, ink, left, rule, width, write, type Kit, type Section } from './sheet.ts';

const gap = 24;
const half = (width - gap) / 2;
/** Widths: the number in the middle is the longest, the dates are left and right of it. */
const third = (width - 2 * gap) / 3;

type Letterhead = Pick<OutputDocument, 'office' | 'region' | 'number' | 'issuedOn'>;

/** The usual letterhead in Kazakhstan: state language on the left, Russian on the right, number and date below. */
export function writeLetterhead(kit: Kit, into: Section, { office, region, number, issuedOn }: Letterhead) {
  pair(kit, into, { kk: region.kk, ru: region.ru }, { size: 8.5, colour: ink.label });
  kit.y += 2;
  if (typeof office === 'string') write(kit, into, 'P', office, undefined, { size: 11, bold: true, align: 'center' });
  else pair(kit, into, office, { size: 10.5, bold: true });
  kit.y += 6;
  rule(kit, kit.y, ink.rule, 1.4);
  rule(kit, kit.y + 2.4, ink.rule, 0.4);
  kit.y += 9;
  const y = kit.y;
  write(kit, into, 'P', writeDay(issuedOn, 'kk'), 'kk', { size: 9.5, width: third, x: left });
  kit.y = y;
  const middle = { size: 9.5, bold: true, align: 'center', width: third + 2 * gap, x: left + third } as const;
  write(kit, into, 'P', `№ ${number}`, undefined, middle);
  kit.y = y;
  const last = { size: 9.5, align: 'right', width: third, x: left + width - third } as const;
  write(kit, into, 'P', writeDay(issuedOn, 'ru'), 'ru', last);
}

/** The same text in both languages side by side, at one height. */
function pair(
  kit: Kit,
  into: Section,
  { kk, ru }: { readonly kk: string; readonly ru: string },
  style: { readonly size: number; readonly bold?: boolean; readonly colour?: string },
) {
  const y = kit.y;
  const column = { ...style, width: half, align: 'center' } as const;
  const height = Math.max(heightOf(kit, kk, column), heightOf(kit, ru, column));
  write(kit, into, 'P', kk, 'kk', { ...column, x: left });
  kit.y = y;
  write(kit, into, 'P', ru, 'ru', { ...column, x: left + half + gap });
  kit.y = y + height;
}
