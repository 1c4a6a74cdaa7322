import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { openFonts, pdfFiles } from '../../../../lib/adapters/pdf/package-files.ts';
import { renderOutput } from '../../../../lib/adapters/pdf/render.ts';
import { OutputDocument } from '../../../../lib/domain/output/document.ts';
import { Printable } from '../../../../lib/domain/output/printable.ts';
import { readPdfText } from '../../domain/output/read-pdf.ts';
import { bundleSettings } from '../../../../lib/stack/bundle.ts';
import { functions } from '../../../../lib/stack/functions.ts';
import { certificate, longCertificate, longRefusal, longTable, refusal } from '../../domain/output/samples.ts';

const samples = { certificate, refusal, longCertificate, longRefusal, longTable };
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const words = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('the rendered document', () => {
  it.each(Object.entries(samples))('%s fits the schema of documents', (_, document) => {
    expect(OutputDocument.parse(document)).toEqual(document);
  });

  it.each(Object.entries(samples))('%s gives the same bytes each time', async (_, document) => {
    expect(digest(await renderOutput(document))).toBe(digest(await renderOutput(document)));
  });

  it('gives other bytes when one letter of the document differs', async () => {
    const other = { ...certificate, applicant: { ...certificate.applicant, iin: '831204402048' } };
    expect(digest(await renderOutput(refusal))).not.toBe(
      digest(await renderOutput({ ...refusal, applicant: other.applicant })),
    );
  });

  it('shows every label and value of the certificate in both languages as text that can be read aloud', async () => {
    const text = words(readPdfText(await renderOutput(certificate)).join(' '));
    for (const { label, value } of certificate.fields.filter((field) => 'value' in field))
      for (const shown of [label.kk, label.ru, ...(typeof value === 'string' ? [value] : [value.kk, value.ru])])
        expect(text).toContain(shown);
    expect(text).toContain('ЖҰМЫССЫЗ РЕТІНДЕ ТІРКЕУ ТУРАЛЫ АНЫҚТАМА');
    expect(text).toContain('СПРАВКА О РЕГИСТРАЦИИ В КАЧЕСТВЕ БЕЗРАБОТНОГО');
    expect(text).toContain('равнозначен документу на бумажном носителе');
    expect(text).toContain(certificate.number);
    expect(text).toContain(certificate.verifyUrl);
  });

  it('shows the ground and the whole reasoning of a refusal over as many numbered pages as it takes', async () => {
    const pages = readPdfText(await renderOutput(longRefusal));
    expect(pages.length).toBeGreaterThan(1);
    for (const [no, page] of pages.entries())
      expect(words(page)).toContain(`№ ${longRefusal.number} · ${no + 1} / ${pages.length}`);
    const text = words(pages.join(' '));
    expect(text.split('Өте ұзақ мәтін').length - 1).toBe(63);
    expect(text).toContain(longRefusal.ground);
  });

  it('numbers the rows of a table, names its columns on each page, and never splits a row', async () => {
    const pages = readPdfText(await renderOutput(longTable)).map(words);
    const withRows = pages.filter((page) => page.includes('₸'));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('№ Тоқсан Квартал Жыл Год Төлем сомасы Сумма выплаты');
    const rows = [...pages.join(' ').matchAll(/(\d+) (I{1,3}|IV) (\d{4}) (\d+) ₸/g)].map(([, ...parts]) =>
      parts.join(' '),
    );
    expect(rows).toEqual(
      Array.from(
        { length: 40 },
        (_, i) => `${i + 1} ${['I', 'II', 'III', 'IV'][i % 4]} ${2026 + Math.floor(i / 4)} ${500 + i}`,
      ),
    );
  });

  it('tags a table: headings of the columns once, a heading and the cells in each row', async () => {
    const file = Buffer.from(await renderOutput(longTable)).toString('latin1');
    const count = (part: string) => file.split(part).length - 1;
    expect(count('/Scope /Column')).toBe(4);
    expect(count('/Scope /Row')).toBe(40);
    expect(count('/S /TR')).toBe(41);
    expect(count('/S /TD')).toBe(120);
  });

  it('keeps the signatures and the way to check them on one page', async () => {
    const last = words(readPdfText(await renderOutput(longCertificate)).at(-1)!);
    expect(last).toContain('подписано ЭЦП');
    expect(last).toContain(longCertificate.verifyUrl);
  });

  it.each(Array.from({ length: 24 }, (_, no) => no + 1))(
    'bears no signature alone on a page, with %i lines of the form',
    async (lines) => {
      const label = (no: number) => ({ kk: `${no}-жол`, ru: `Строка ${no}.` });
      const fields = Array.from({ length: lines }, (_, index) => ({ label: label(index + 1), value: 'бар' }));
      const last = readPdfText(await renderOutput({ ...certificate, fields })).at(-1)!;
      expect(last).toContain(certificate.signer!.name);
      expect(last).toContain(`Строка ${lines}.`);
    },
  );

  it('has what PDF/A requires: conformance, language, tags, title, embedded profile, and no clock', async () => {
    const file = Buffer.from(await renderOutput(certificate)).toString('latin1');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    for (const part of ['/Lang (kk-KZ)', '/Marked true', '/StructTreeRoot', '/GTS_PDFA1', '/DisplayDocTitle true'])
      expect(file).toContain(part);
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('(D:20260720000000Z)');
    expect(file).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });
});

it('keeps its metadata readable whatever the office is called', async () => {
  const file = Buffer.from(await renderOutput({ ...certificate, office: 'A & B <отдел>' })).toString('utf8');
  const [metadata = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(file) ?? [];
  expect(metadata).toContain('A   B  отдел>');
  expect(metadata).not.toMatch(/&(?!\w+;)/);
});

it('keeps a letter copyable after a document in which it was only a part of another one', async () => {
  const office = 'À Á Â Ã Ä È É Ê Ë Ё Й Ї';
  const letters = 'A E Е И І';
  await renderOutput({ ...certificate, office });
  expect(words(readPdfText(await renderOutput({ ...certificate, office: letters })).join(' '))).toContain(letters);
});

describe('the font', () => {
  const shapes = Object.values(openFonts());

  it('has a shape for every character that a document may hold', () => {
    const missing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) =>
        code > 0x20 &&
        Printable.safeParse(String.fromCharCode(code)).success &&
        shapes.some((font) => !font.hasGlyphForCodePoint(code)),
    );
    expect(missing.map((code) => code.toString(16))).toEqual([]);
  });

  it('has every letter of both alphabets', () => {
    const alphabets = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
    expect(Printable.parse(alphabets + alphabets.toLocaleUpperCase('kk'))).toHaveLength(84);
  });

  it.each(['北京', '\u0000', '😀', 'a\u0007'])('refuses %j before it becomes an empty box', (text) => {
    expect(Printable.safeParse(text).success).toBe(false);
  });

  it('reads a decomposed й as one letter', () => {
    expect(Printable.parse('и\u0306')).toBe('й');
  });
});

describe('the bundle', () => {
  it('contains every file that is read at run time', () => {
    expect(functions.outputs['create-output'].files).toEqual(pdfFiles);
  });

  it('renders the same bytes as the source, from its own folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
    try {
      const contents = `export { renderOutput } from './lib/adapters/pdf/render.ts';`;
      buildSync({ ...bundleSettings, stdin: { contents, resolveDir: resolve('.') }, outdir: folder });
      for (const file of pdfFiles) {
        const manifest = `${file.split('/')[0]}/package.json`;
        for (const path of [file, manifest]) cpSync(join('node_modules', path), join(folder, 'node_modules', path));
      }
      writeFileSync(join(folder, 'document.json'), JSON.stringify(certificate));
      const script = `import { renderOutput } from './stdin.mjs'; import { readFileSync, writeFileSync } from 'node:fs';
        writeFileSync('out.pdf', await renderOutput(JSON.parse(readFileSync('document.json', 'utf8'))));`;
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
      expect(digest(readFileSync(join(folder, 'out.pdf')))).toBe(digest(await renderOutput(certificate)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
