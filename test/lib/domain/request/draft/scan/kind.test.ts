import { describe, expect, it } from '@jest/globals';
import { demoScan } from '../../../../../../lib/local/story/demo-scan.ts';
import { kindOfScan } from '../../../../../../lib/domain/request/draft/scan/kind.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const png = bytes([0x89], 'PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR');
const end = bytes('%%EOF');

describe('the kind of a scan, by its content,', () => {
  it.each<[string | undefined, string, Buffer]>([
    ['application/pdf', 'a PDF', bytes('%PDF-1.7\n')],
    ['application/pdf', 'a PDF after a line break', bytes('\r\n%PDF-1.4')],
    ['application/pdf', 'a PDF after what the printer was told', bytes('\u001b%-12345X@PJL\r\n%PDF-1.4')],
    ['image/png', 'a PNG', png],
    ['image/png', 'a PNG that speaks of PDF', bytes([...png], 'tEXt%PDF-')],
    ['image/apng', 'a PNG that moves', bytes([...png], 'acTL')],
    ['image/jpeg', 'a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['image/tiff', 'a TIFF of Intel', bytes('II*\0')],
    ['image/tiff', 'a TIFF of Motorola', bytes('MM\0*')],
    [undefined, 'nothing', bytes('')],
    [undefined, 'a page', bytes('<html>')],
    [undefined, 'a program', bytes('MZ')],
    [undefined, 'a HEIC', bytes([0, 0, 0, 24], 'ftypheic')],
    [undefined, 'a PNG that was cut', png.subarray(0, 8)],
  ])('%s for %s', (kind, _, head) => {
    expect(kindOfScan(head, end)).toBe(kind);
  });

  it('is an archive if it ends like one, whatever its beginning', () => {
    expect(kindOfScan(bytes('%PDF-1.7'), bytes('…', 'PK\u0005\u0006', Array(18).fill(0)))).toBe('application/zip');
  });

  it('is PDF for the demo scan', async () => {
    const scan = await demoScan();
    expect(kindOfScan(scan.subarray(0, 1024), scan.subarray(-1024))).toBe('application/pdf');
  });
});
