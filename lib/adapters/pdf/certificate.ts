import type { CertificateDocument } from '../../domain/output/document.ts';
import { writeFields } from './fields.ts';
import { writeTitle } from './title.ts';
import { ink, write, type Kit, type Section } from './sheet.ts';

/** «Выходная форма положительного ответа». */
export function writeCertificate(kit: Kit, into: Section, { title, basis, fields }: CertificateDocument) {
  writeTitle(kit, into, title);
  if (basis) {
    kit.y += 4;
    write(kit, into, 'P', basis.kk, 'kk', { size: 8.5, align: 'center', colour: ink.label });
    write(kit, into, 'P', basis.ru, 'ru', { size: 8.5, align: 'center', colour: ink.label });
  }
  kit.y += 11;
  writeFields(kit, into, fields);
}
