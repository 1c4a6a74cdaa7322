import { toPrintable } from '../../../domain/output/printable.ts';
import { decorate, heightOf, ink, write, type Kit, type Style, type Tag } from '../sheet.ts';
import { area, room, type Place } from './area.ts';

const padding = 2.5;
const gap = 10;

/** A table without a row of headings: the first cell of a row is its heading. `shares` of the width add up to one. */
export function tabulate(
  { kit, into, language }: Place,
  rows: readonly (readonly string[])[],
  shares: readonly number[],
) {
  const table = kit.struct('Table');
  into.add(table);
  for (const cells of rows) {
    const styles = stylesOf(shares);
    const said = cells.map(toPrintable);
    const height = Math.max(...said.map((cell, no) => heightOf(kit, cell, styles[no]!))) + 2 * padding;
    room(kit, height);
    const y = kit.y;
    const row = kit.struct('TR');
    table.add(row);
    for (const [no, cell] of said.entries()) {
      const part = no === 0 ? kit.struct('TH', heading) : kit.struct('TD');
      row.add(part);
      kit.y = y + padding;
      write(kit, part, 'P', cell, language, styles[no]!);
    }
    kit.y = y + height;
    underline(kit);
  }
}

const heading: Tag = { scope: 'Row' };

function stylesOf(shares: readonly number[]): readonly Style[] {
  let x = area.x;
  return shares.map((share, no) => {
    const style = { x, width: area.width * share - gap, size: 9, ...(no === 0 && { colour: ink.label }) };
    x += area.width * share;
    return style;
  });
}

const underline = (kit: Kit) =>
  decorate(kit, () =>
    kit
      .moveTo(area.x, kit.y)
      .lineTo(area.x + area.width, kit.y)
      .lineWidth(0.4)
      .strokeColor(ink.hair)
      .stroke(),
  );
