import type { Bilingual } from '../../domain/language/bilingual.ts';
import type { CertificateDocument, OutputField, OutputTable } from '../../domain/output/document.ts';
import { writeFields } from './fields.ts';
import { writeRows } from './rows.ts';
import { writeTitle } from './title.ts';
import { heightOf, ink, keep, write, type Kit, type Section, type Style } from './sheet.ts';

/** «Выходная форма положительного ответа». */
export function writeCertificate(
  kit: Kit,
  into: Section,
  { title, basis, text, closing, fields }: CertificateDocument,
) {
  writeTitle(kit, into, title);
  if (basis) {
    kit.y += 4;
    write(kit, into, 'P', basis.kk, 'kk', { size: 8.5, align: 'center', colour: ink.label });
    write(kit, into, 'P', basis.ru, 'ru', { size: 8.5, align: 'center', colour: ink.label });
  }
  kit.y += 11;
  if (text) writeSentences(kit, into, text);
  for (const [index, part] of inParts(fields).entries()) {
    if (index > 0) kit.y += 11;
    if ('rows' in part) writeRows(kit, into, part);
    else writeFields(kit, into, part);
  }
  if (closing) {
    kit.y += 11;
    writeSentences(kit, into, closing);
  }
}

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

function writeSentences(kit: Kit, into: Section, sentences: Bilingual) {
  for (const language of ['kk', 'ru'] as const) {
    keep(kit, heightOf(kit, sentences[language], sentence));
    write(kit, into, 'P', sentences[language], language, sentence);
    kit.y += 7;
  }
}

const sentence = { size: 10.5 } as const satisfies Style;
