import type { Language } from '../../domain/language/bilingual.ts';
import type { OutputField } from '../../domain/output/document.ts';
import {
  heightOf,
  ink,
  keep,
  left,
  rule,
  width,
  write,
  type Kit,
  type Section,
  type Style,
  type Tag,
} from './sheet.ts';

const rowHeading: Tag = { scope: 'Row' };
const share = 0.56;
const gap = 14;
const padding = 4;
const label = { width: width * share - gap, x: left } as const satisfies Style;
const answer = { size: 10.5, bold: true, width: width * (1 - share), x: left + width * share } as const satisfies Style;
const state = { ...label, size: 9.5 } as const satisfies Style;
const second = { ...label, size: 8.5, colour: ink.label } as const satisfies Style;

/** The form's lines as a table: question in both languages, answer beside it. Pages never split a line. Below the last one `after` points are left. */
export function writeFields(kit: Kit, into: Section, fields: readonly OutputField[], after = 0) {
  const table = kit.struct('Table');
  into.add(table);
  rule(kit, kit.y);
  for (const [index, field] of fields.entries()) writeField(kit, table, field, index === fields.length - 1 ? after : 0);
}

function writeField(kit: Kit, table: Section, { label: { kk, ru }, value }: OutputField, after: number) {
  const answers = typeof value === 'string' ? ([[value, undefined]] as const) : bothOf(value);
  const asked = heightOf(kit, kk, state) + heightOf(kit, ru, second);
  const said = answers.reduce((sum, [text], no) => sum + heightOf(kit, text, styleOf(no)), 0);
  const height = Math.max(asked, said) + 2 * padding;
  keep(kit, height + after);
  const y = kit.y;
  const row = kit.struct('TR');
  const [question, reply] = [kit.struct('TH', rowHeading), kit.struct('TD')];
  table.add(row);
  row.add(question).add(reply);
  kit.y = y + padding;
  write(kit, question, 'P', kk, 'kk', state);
  write(kit, question, 'P', ru, 'ru', second);
  kit.y = y + padding;
  for (const [no, [text, language]] of answers.entries()) write(kit, reply, 'P', text, language, styleOf(no));
  kit.y = y + height;
  rule(kit, kit.y);
}

const styleOf = (no: number): Style => (no === 0 ? answer : { ...answer, size: 9.5, bold: false, colour: ink.label });

/** «иә», «да»: one line if both languages have the same word. */
const bothOf = ({ kk, ru }: { readonly kk: string; readonly ru: string }): readonly (readonly [string, Language])[] =>
  kk === ru
    ? [[kk, 'kk']]
    : [
        [kk, 'kk'],
        [ru, 'ru'],
      ];
