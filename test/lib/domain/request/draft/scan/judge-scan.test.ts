import { expect, it } from '@jest/globals';
import { judgeScan } from '../../../../../../lib/domain/request/draft/scan/judge-scan.ts';
import { demoScan } from '../../../../../../lib/local/story/demo-scan.ts';

type Kind = Parameters<typeof judgeScan>[0];

/** The finding about a file, and how many bytes of it were read. */
async function judge(type: Kind, file: Buffer) {
  let read = 0;
  const fault = await judgeScan(type, file.length, async (first, last) => {
    const part = file.subarray(first, last + 1);
    read += part.length;
    return part;
  });
  return { fault, read };
}
const faultOf = async (type: Kind, file: Buffer) => (await judge(type, file)).fault;

const text = (...parts: readonly string[]) => Buffer.from(parts.join(''), 'latin1');
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const filler = (bytes: number) => 'x'.repeat(bytes);

/** A PDF with a table and a trailer; `before` is what a scanner wrote in front of it, `more` is in the trailer. */
function pdf({ before = '', more = '', entries = 1, after = '' } = {}) {
  const body = `%PDF-1.4\n%${filler(3000)}\n`;
  const table = `xref\n0 ${entries}\n${'0000000000 65535 f \n'.repeat(entries)}`;
  return text(before, body, table, `trailer\n<< /Size 1 ${more}>>\nstartxref\n${body.length}\n%%EOF\n`, after);
}

/** One whose trailer is the dictionary of a stream. */
function streamed(dictionary: string) {
  const body = `%PDF-1.5\n%${filler(3000)}\n`;
  const stream = `7 0 obj\n<< /Type /XRef ${dictionary}/Length 2000 >>\nstream\n${filler(2000)}\nendstream\nendobj\n`;
  return text(body, stream, `startxref\n${body.length}\n%%EOF\n`);
}

it.each<[string, string | undefined, Buffer]>([
  ['whole', undefined, pdf()],
  ['after a byte-order mark', undefined, pdf({ before: '\u00ef\u00bb\u00bf' })],
  ['after what the printer was told', undefined, pdf({ before: '\u001b%-12345X@PJL\r\n' })],
  ['with a byte too few before it', undefined, pdf({ before: filler(1019) })],
  ['one byte later than readers look', 'type', pdf({ before: filler(1020) })],
  ['with blanks after its end', undefined, pdf({ after: ' '.repeat(1018) })],
  ['whose end lies one byte before where readers look', 'cut', pdf({ after: ' '.repeat(1019) })],
  ['cut short', 'cut', pdf().subarray(0, -10)],
  ['that is encrypted', 'encrypted', pdf({ more: '/Encrypt 5 0 R ' })],
  ['that is encrypted, in other letters', 'encrypted', pdf({ more: '/#45ncr#79pt 5 0 R ' })],
  [
    'that is encrypted, with a trailer as long as nobody writes',
    'encrypted',
    pdf({ more: `/Encrypt 5 0 R /A (${filler(2000)})` }),
  ],
  [
    'that is encrypted, after what the printer was told',
    'encrypted',
    pdf({ before: filler(500), more: `/Encrypt 5 0 R /A (${filler(2000)})` }),
  ],
  [
    'that is encrypted, with three thousand objects',
    'encrypted',
    pdf({ entries: 3000, more: `/Encrypt 5 0 R /A (${filler(2000)})` }),
  ],
  ['whose stream of references says that it is encrypted', 'encrypted', streamed('/Encrypt 5 0 R ')],
  ['with a stream of references', undefined, streamed('/EncryptMetadata false ')],
  ['that speaks of encryption', undefined, text(pdf().toString('latin1').replace('xxxx', '/Encrypt '))],
  ['whose references lie beyond its end', 'broken', text(`%PDF-1.4\n${filler(2000)}startxref\n9999999\n%%EOF`)],
])('a PDF %s: %s', async (_, fault, file) => {
  expect(await faultOf('application/pdf', file)).toBe(fault);
});

it('the demo scan is good, and of a PDF of ten megabytes no more than 68 kilobytes are read', async () => {
  expect(await faultOf('application/pdf', Buffer.from(await demoScan()))).toBeUndefined();
  const large = pdf({ entries: 500_000 });
  expect(large.length).toBeGreaterThan(9_000_000);
  expect((await judge('application/pdf', large)).read).toBeLessThanOrEqual(68 * 1024);
});

const header = (width: string, depth: string, colour: string) =>
  hex(`89504e470d0a1a0a 0000000d 49484452 ${width} 00000001 ${depth} ${colour} 000000 00000000`);
const pngEnd = hex('0000000049454e44ae426082');
const png = (width = '00000001', depth = '08', colour = '02') =>
  Buffer.concat([header(width, depth, colour), Buffer.alloc(3000), pngEnd]);
const jpeg = (segment: string, end = 'ffd9') =>
  Buffer.concat([hex(`ffd8 ${segment} ffda 0008`), Buffer.alloc(3000), hex(end)]);
const tiff = (start: string, at: number, entries: string, bytes = 3000) => {
  const file = Buffer.alloc(bytes, 1);
  hex(start).copy(file);
  if (start.startsWith('49')) file.writeUInt32LE(at, 4);
  else file.writeUInt32BE(at, 4);
  if (at + 2 <= bytes) hex(entries).copy(file, at);
  return file;
};

it.each<[string, Kind, string | undefined, Buffer]>([
  ['a PNG', 'image/png', undefined, png()],
  ['a PNG without width', 'image/png', 'broken', png('00000000')],
  ['a PNG of a depth that there is not', 'image/png', 'broken', png('00000001', '03')],
  ['a PNG without its end', 'image/png', 'cut', png().subarray(0, -1)],
  ['a JPEG', 'image/jpeg', undefined, jpeg('ffe0 0004 0000')],
  ['a JPEG whose segment is longer than the file', 'image/jpeg', 'broken', jpeg('ffe0 ffff 0000')],
  ['a JPEG without a segment where one must be', 'image/jpeg', 'broken', jpeg('ffe0 0004 0000 00')],
  ['a JPEG without its end', 'image/jpeg', 'cut', jpeg('ffe0 0004 0000', 'ffd8')],
  ['a TIFF of Intel', 'image/tiff', undefined, tiff('49492a00', 2000, '0300')],
  ['a TIFF of Motorola', 'image/tiff', undefined, tiff('4d4d002a', 2000, '0003')],
  ['a TIFF whose directory fills it to its end', 'image/tiff', undefined, tiff('49492a00', 2982, '0100')],
  ['a TIFF whose directory is a byte longer than it', 'image/tiff', 'cut', tiff('49492a00', 2983, '0100')],
  ['a TIFF whose directory lies beyond it', 'image/tiff', 'cut', tiff('49492a00', 2999, '')],
  ['a TIFF with an empty directory', 'image/tiff', 'broken', tiff('49492a00', 2000, '0000')],
  ['a PDF that is called a picture', 'image/png', 'type', pdf()],
])('%s', async (_, type, fault, file) => {
  expect(await faultOf(type, file)).toBe(fault);
});

it('a short or cut file is refused and never throws', async () => {
  for (const [type, file] of [
    ['application/pdf', pdf()],
    ['image/png', png()],
    ['image/jpeg', jpeg('ffe0 0004 0000')],
    ['image/tiff', tiff('49492a00', 2000, '0300')],
  ] as const)
    for (const length of [1, 2, 3, 4, 5, 7, 8, 9, 12, 20, 32, 40, 1023, 1024, 1025, 2001])
      expect([type, length, (await faultOf(type, file.subarray(0, length))) !== undefined]).toEqual([
        type,
        length,
        true,
      ]);
});
