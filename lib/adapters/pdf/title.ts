import type { Bilingual } from '../../domain/language/bilingual.ts';
import { write, type Kit, type Section } from './sheet.ts';

export function writeTitle(kit: Kit, into: Section, { kk, ru }: Bilingual) {
  kit.y += 18;
  write(kit, into, 'H1', kk.toLocaleUpperCase('kk'), 'kk', { size: 13, bold: true, align: 'center' });
  kit.y += 2;
  write(kit, into, 'H1', ru.toLocaleUpperCase('ru'), 'ru', { size: 11.5, bold: true, align: 'center' });
}
