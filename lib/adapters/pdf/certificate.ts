import type { Bilingual } from '../../domain/language/bilingual.ts';
import type { CertificateDocument } from '../../domain/output/document.ts';
import { writeFields } from './fields.ts';
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
  if (fields.length > 0) writeFields(kit, into, fields);
  if (closing) {
    kit.y += 11;
    writeSentences(kit, into, closing);
  }
}

function writeSentences(kit: Kit, into: Section, sentences: Bilingual) {
  for (const language of ['kk', 'ru'] as const) {
    keep(kit, heightOf(kit, sentences[language], sentence));
    write(kit, into, 'P', sentences[language], language, sentence);
    kit.y += 7;
  }
}

const sentence = { size: 10.5 } as const satisfies Style;
