import { expect, it } from '@jest/globals';
import { savedName } from '../../../../../lib/domain/request/draft/saved-name.ts';

it.each([
  ['Удостоверение.pdf', 'application/pdf', 'Удостоверение.pdf'],
  ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
  ['scan.tif', 'image/tiff', 'scan.tif'],
  ['scan', 'image/png', 'scan.png'],
  ['photo.html', 'image/jpeg', 'photo.html.jpg'],
  ['паспорт.pdf', 'image/png', 'паспорт.pdf.png'],
  ['page.html', 'text/html', 'page.html.bin'],
  ['run.exe', 'application/pdf', 'run.exe.pdf'],
] as const)('%s, found to be %s, is saved as %s', (name, type, saved) => {
  expect(savedName(name, type)).toBe(saved);
});
