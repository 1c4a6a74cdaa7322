import type { Language } from '../../domain/language/bilingual.ts';
import type { OutputTable } from '../../domain/output/document.ts';
import { bottom, decorate, heightOf, ink, keep, left, print, rule, width, write } from './sheet.ts';
import type { Kit, Section, Style, Tag } from './sheet.ts';

const padding = 4;
const gap = 10;
/** The column of the machine's numbers. */
const numbers = 34;

/** What stands in a cell, line under line. */
type Cell = readonly (readonly [text: string, language: Language | undefined])[];

/** The second language is smaller, as in the form's other lines. */
const head = { size: 9.5 } as const satisfies Style;
const value = { size: 10.5 } as const satisfies Style;
const second = { size: 8.5, colour: ink.label } as const satisfies Style;

/**
 * A table of the form under the names of its columns, each row with its number. Pages never split a row. Each page begins with the
 * names of the columns; screen readers get them once. Below the last row `after` points are left.
 */
export function writeRows(kit: Kit, into: Section, { label, columns, rows }: OutputTable, after: number) {
  const table = kit.struct('Table', { title: `${label.kk} / ${label.ru}` });
  into.add(table);
  const names: Cell[] = [[['№', undefined]], ...columns.map(cellOf)];
  const room = rows.map(
    (row, index) => heightOfRow(kit, numbered(row, index), value) + (index === rows.length - 1 ? after : 0),
  );
  // The names of the columns are never alone at the end of a page.
  keep(kit, heightOfRow(kit, names, head) + room[0]!);
  rule(kit, kit.y);
  writeRow(kit, table, names, head, { scope: 'Column' });
  for (const [index, row] of rows.entries()) {
    if (kit.y + room[index]! > bottom) {
      kit.addPage();
      decorate(kit, () => eachLine(kit, names, head, (_, text, __, style) => print(kit, text, style)));
    }
    writeRow(kit, table, numbered(row, index), value);
  }
}

const numbered = (row: OutputTable['rows'][number], index: number): Cell[] => [
  [[`${index + 1}`, undefined]],
  ...row.map((each) => (each === null ? [] : cellOf(each))),
];

const cellOf = (text: string | { readonly kk: string; readonly ru: string }): Cell => {
  if (typeof text === 'string') return [[text, undefined]];
  const { kk, ru } = text;
  return kk === ru
    ? [[kk, 'kk']]
    : ([
        [kk, 'kk'],
        [ru, 'ru'],
      ] as const);
};

/** The place of a column: the first is narrow, the others share the rest. */
function placeOf(no: number, count: number): Style {
  const share = (width - numbers) / (count - 1);
  return no === 0 ? { x: left, width: numbers - gap } : { x: left + numbers + share * (no - 1), width: share - gap };
}

const styleOf = (cells: readonly Cell[], no: number, line: number, first: Style): Style => ({
  ...(line === 0 ? first : second),
  ...placeOf(no, cells.length),
});

const heightOfRow = (kit: Kit, cells: readonly Cell[], first: Style): number =>
  2 * padding +
  Math.max(
    ...cells.map((cell, no) =>
      cell.reduce((sum, [text], line) => sum + heightOf(kit, text, styleOf(cells, no, line, first)), 0),
    ),
  );

/** Calls `draw` for each line at its place; the position moves below the row, to its rule. */
function eachLine(
  kit: Kit,
  cells: readonly Cell[],
  first: Style,
  draw: (no: number, text: string, language: Language | undefined, style: Style) => void,
) {
  const y = kit.y;
  for (const [no, cell] of cells.entries()) {
    kit.y = y + padding;
    for (const [line, [text, language]] of cell.entries()) draw(no, text, language, styleOf(cells, no, line, first));
  }
  kit.y = y + heightOfRow(kit, cells, first);
}

/** `heading` if the whole row is one; else its number is the row's heading. */
function writeRow(kit: Kit, table: Section, cells: readonly Cell[], first: Style, heading?: Tag) {
  const row = kit.struct('TR');
  table.add(row);
  const parts = cells.map((_, no) => {
    const tag = heading ?? (no === 0 ? ({ scope: 'Row' } satisfies Tag) : undefined);
    return tag ? kit.struct('TH', tag) : kit.struct('TD');
  });
  for (const part of parts) row.add(part);
  eachLine(kit, cells, first, (no, text, language, style) => write(kit, parts[no]!, 'P', text, language, style));
  rule(kit, kit.y);
}
