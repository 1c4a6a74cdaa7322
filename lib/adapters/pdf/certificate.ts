import type { Bilingual } from '../../domain/language/bilingual.ts';
import type { CertificateDocument, OutputField, OutputTable } from '../../domain/output/document.ts';
import { writeFields } from './fields.ts';
import { writeRows } from './rows.ts';
import { writeTitle } from './title.ts';
import { heightOf, ink, keep, write, type Kit, type Section, type Style } from './sheet.ts';

/** «Выходная форма положительного ответа». Below its last part `after` points are left, so that no page bears a signature alone. */
export function writeCertificate(
  kit: Kit,
  into: Section,
  { title, basis, text, closing, fields }: CertificateDocument,
  after: number,
) {
  writeTitle(kit, into, title);
  if (basis) {
    kit.y += 4;
    write(kit, into, 'P', basis.kk, 'kk', { size: 8.5, align: 'center', colour: ink.label });
    write(kit, into, 'P', basis.ru, 'ru', { size: 8.5, align: 'center', colour: ink.label });
  }
  const parts: readonly Part[] = [...(text ? [text] : []), ...inParts(fields), ...(closing ? [closing] : [])];
  for (const [index, part] of parts.entries()) {
    kit.y += 11;
    const room = index === parts.length - 1 ? after : 0;
    if ('kk' in part) writeSentences(kit, into, part, room);
    else if ('rows' in part) writeRows(kit, into, part, room);
    else writeFields(kit, into, part, room);
  }
}

type Part = Bilingual | OutputTable | readonly OutputField[];

/** The lines between two tables are one part. */
function inParts(fields: CertificateDocument['fields']): readonly (OutputField[] | OutputTable)[] {
  const parts: (OutputField[] | OutputTable)[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if ('rows' in field) parts.push(field);
    else if (Array.isArray(last)) last.push(field);
    else parts.push([field]);
  }
  return parts;
}

function writeSentences(kit: Kit, into: Section, { kk, ru }: Bilingual, after: number) {
  keep(kit, heightOf(kit, kk, sentence));
  write(kit, into, 'P', kk, 'kk', sentence);
  kit.y += 7;
  keep(kit, heightOf(kit, ru, sentence) + after);
  write(kit, into, 'P', ru, 'ru', sentence);
}

const sentence = { size: 10.5 } as const satisfies Style;
