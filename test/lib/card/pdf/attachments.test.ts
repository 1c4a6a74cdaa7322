import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAttachments } from '../../../../lib/card/pdf/attachments.ts';
import { CardRefusal } from '../../../../lib/card/refusal.ts';
import { attach, deflated, writePdf } from '../../../../bin/fuzz/write-pdf.ts';

const text = (said: string) => new TextEncoder().encode(said);
const files = [
  { name: 'Справка.pdf', octets: text('document') },
  { name: '1.p7s', octets: text('signature') },
];
const problemOf = async (pdf: Uint8Array) => {
  try {
    await readAttachments(pdf);
    return undefined;
  } catch (error) {
    if (error instanceof CardRefusal) return error.problem;
    throw error;
  }
};
const read = async (pdf: Uint8Array) =>
  (await readAttachments(pdf)).map(({ name, octets }) => ({ name, octets: new Uint8Array(octets) }));
const specification = (rest: string) => `<< /Type /Filespec /UF (a.pdf) ${rest} >>`;
const catalogue = (tree: string) => `<< /Type /Catalog /Names << /EmbeddedFiles ${tree} >> >>`;
const one = catalogue('<< /Names [(1) 2 0 R] >>');

describe('the attachments of a PDF', () => {
  it('are read in the order of the tree, with their names', async () => {
    expect(await read(attach(files))).toEqual(files);
    expect(await read(attach(files.toReversed()))).toEqual(files.toReversed());
  });

  it('are none where there are none', async () => {
    expect(await read(writePdf(['<< /Type /Catalog >>']))).toEqual([]);
    expect(await read(writePdf([catalogue('<< /Names [] >>')]))).toEqual([]);
  });

  it('are read from the leaves of a tree, from a literal name, and from a stream without a filter', async () => {
    const pdf = writePdf([
      catalogue('<< /Kids [2 0 R 3 0 R] >>'),
      '<< /Names [(1) 4 0 R] >>',
      '<< /Names [(2) 5 0 R] >>',
      '<< /UF (a \\(1\\)\\056pdf) /EF << /F 6 0 R /UF 6 0 R >> >>',
      '<< /F (b.p7s) /EF << /F 7 0 R >> >>',
      { octets: text('plain') },
      deflated(text('small')),
    ]);
    expect(await read(pdf)).toEqual([
      { name: 'a (1).pdf', octets: text('plain') },
      { name: 'b.p7s', octets: text('small') },
    ]);
  });

  it('have no letters in their names that change how others are shown', async () => {
    const [found] = await read(attach([{ name: 'a\u202Efdp.exe\n', octets: text('') }]));
    expect(found?.name).toBe('afdp.exe');
  });

  it('are read where objects stand inside one another, and where the newer of two sections counts', async () => {
    const inner = [
      '<< /Type /Catalog /Names 3 0 R >>',
      '<< /EmbeddedFiles << /Names [(1) 4 0 R] >> >>',
      specification('/EF << /F 6 0 R >>'),
    ];
    const heads = inner.map((_, no) => `${[1, 3, 4][no]} ${inner.slice(0, no).join(' ').length + (no > 0 ? 1 : 0)}`);
    const head = `${heads.join(' ')} `;
    const packed = deflateSync(text(head + inner.join(' ')));
    const stream = `5 0 obj\n<< /Type /ObjStm /N 3 /First ${head.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    const data = `6 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n`;
    const start = '%PDF-1.7\n';
    const body = Buffer.concat([Buffer.from(start + data + stream), packed, Buffer.from('\nendstream\nendobj\n')]);
    const at = (place: number) => [1, place >> 8, place & 255, 0];
    const rows = [
      [2, 0, 5, 0],
      [0, 0, 0, 0],
      [2, 0, 5, 1],
      [2, 0, 5, 2],
      at(start.length + data.length),
      at(start.length),
    ];
    // Predictor 12: each row is written as the difference to the one above.
    const differences = rows.map((row, no) => [
      2,
      ...row.map((octet, place) => (octet - (rows[no - 1]?.[place] ?? 0)) & 255),
    ]);
    const list = deflateSync(Uint8Array.from(differences.flat()));
    const entries =
      '/Type /XRef /W [1 2 1] /Index [1 6] /Root 1 0 R /Size 7 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>';
    const pdf = Buffer.concat([
      body,
      Buffer.from(`7 0 obj\n<< ${entries} /Length ${list.length} >>\nstream\n`),
      list,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF`),
    ]);
    expect(await read(new Uint8Array(pdf))).toEqual([{ name: 'a.pdf', octets: text('abc') }]);
    const newer = Buffer.from(
      `6 0 obj\n<< /Length 3 >>\nstream\nnew\nendstream\nendobj\nxref\n6 1\n${`${pdf.length + 1}`.padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Prev ${body.length} >>\n`,
    );
    const updated = Buffer.concat([
      pdf,
      Buffer.from('\n'),
      newer,
      Buffer.from(`startxref\n${pdf.length + 1 + newer.indexOf('xref')}\n%%EOF`),
    ]);
    expect(await read(new Uint8Array(updated))).toEqual([{ name: 'a.pdf', octets: text('new') }]);
  });
});

const large = new Uint8Array(1024 * 1024);
const manyLarge = (count: number) => Array.from({ length: count }, () => ({ name: 'a', octets: large }));

it('eight signatures of a megabyte are read', async () => {
  expect(await readAttachments(attach([files[0]!, ...manyLarge(8)]))).toHaveLength(9);
});

describe('a hostile PDF', () => {
  const bomb = deflateSync(new Uint8Array(20 * 1024 * 1024));
  const deep = '['.repeat(40) + ']'.repeat(40);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['is encrypted', writePdf([one], '/Encrypt << >>'), 'pdf-encrypted'],
    [
      'has another filter',
      writePdf([one, specification('/EF << /F 3 0 R >>'), { entries: '/Filter /LZWDecode', octets: text('a') }]),
      'pdf-filter',
    ],
    [
      'inflates',
      writePdf([one, specification('/EF << /F 3 0 R >>'), { entries: '/Filter /FlateDecode', octets: bomb }]),
      'pdf-limit',
    ],
    [
      'gives two contents of one file',
      writePdf([one, specification('/EF << /F 3 0 R /UF 4 0 R >>'), deflated(text('a')), deflated(text('b'))]),
      'pdf-malformed',
    ],
    ['has a key twice', writePdf([catalogue('<< /Names [] /Names [] >>')]), 'pdf-malformed'],
    ['refers in a circle', writePdf(['<< /Type /Catalog /Names 2 0 R >>', '3 0 R', '2 0 R']), 'pdf-malformed'],
    ['has a tree in a circle', writePdf([catalogue('2 0 R'), '<< /Kids [2 0 R] >>']), 'pdf-limit'],
    [
      'has a tree that grows',
      writePdf([catalogue('2 0 R'), `<< /Kids [${'3 0 R '.repeat(300)}] >>`, '<< /Names [] >>']),
      'pdf-limit',
    ],
    ['nests', writePdf([`<< /Type /Catalog /Names ${deep} >>`]), 'pdf-limit'],
    ['has more files than a card', attach(Array.from({ length: 34 }, () => files[0]!)), 'too-many-attachments'],
    ['has a large signature', attach([files[0]!, { name: 'a', octets: new Uint8Array(1024 * 1024 + 1) }]), 'pdf-limit'],
    ['has many large signatures', attach([files[0]!, ...manyLarge(9)]), 'pdf-limit'],
    ['is larger than a card', new Uint8Array(32 * 1024 * 1024 + 1), 'pdf-too-large'],
    [
      'has a stream longer than it says',
      writePdf([one, specification('/EF << /F 3 0 R >>'), '<< /Length 1 >>\nstream\nabc\nendstream']),
      'pdf-malformed',
    ],
    ['has no list of objects', text('%PDF-1.7\n'), 'pdf-malformed'],
    ['begins its list beyond the end', text('%PDF-1.7\nstartxref\n9999\n%%EOF'), 'pdf-malformed'],
    ['has a long word', writePdf([`<< /Type /${'a'.repeat(2000)} >>`]), 'pdf-limit'],
    ['has a long string', writePdf([`<< /Type (${'a'.repeat(70_000)}) >>`]), 'pdf-limit'],
    ['says that it has a billion objects', text('%PDF-1.7\nxref\n0 999999999\nstartxref\n9\n%%EOF'), 'pdf-malformed'],
  ];
  it.each(cases)('that %s is refused', async (_, pdf, problem) => {
    expect(await problemOf(pdf)).toBe(problem);
  });

  it('that has a stream of objects inside itself is refused, and does not wait for itself', async () => {
    const packed = text('2 0 << /Type /ObjStm >>');
    const head = '%PDF-1.7\n3 0 obj\n';
    const stream = `<< /Type /ObjStm /N 1 /First 4 /Length 2 0 R >>\nstream\n${Buffer.from(packed).toString()}\nendstream\nendobj\n`;
    const list = Uint8Array.from([2, 0, 3, 0, 2, 0, 3, 0, 1, 0, 9, 0]);
    const at = (head + stream).length;
    const pdf = Buffer.concat([
      Buffer.from(
        `${head}${stream}4 0 obj\n<< /W [1 2 1] /Index [1 3] /Root 1 0 R /Length ${list.length} >>\nstream\n`,
      ),
      list,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF`),
    ]);
    expect(await problemOf(new Uint8Array(pdf))).toBe('pdf-malformed');
  });

  it('that has its blanks read again and again is stopped', async () => {
    const blanks = ' '.repeat(4 * 1024 * 1024);
    const references = Array.from({ length: 30 }, () => '2 0 R').join(' ');
    const pdf = writePdf([catalogue(`<< /Kids [${references}] >>`), `${blanks}<< /Names [] >>`]);
    expect(await problemOf(pdf)).toBe('pdf-limit');
  });

  it('with one octet changed is read or refused, and nothing else is thrown', async () => {
    const pdf = attach(files);
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.nat(255), async (at, octet) => {
        const spoilt = pdf.with(at, octet);
        await problemOf(spoilt);
      }),
      { numRuns: 500 },
    );
  });

  it('that ends early is refused, and nothing else is thrown', async () => {
    const pdf = attach(files);
    const needed = Buffer.from(pdf).lastIndexOf('startxref');
    for (let end = 0; end < needed; end += 7) expect(await problemOf(pdf.subarray(0, end))).not.toBeUndefined();
  });
});
