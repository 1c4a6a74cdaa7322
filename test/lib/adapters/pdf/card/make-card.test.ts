import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeCard, type CardParts } from '../../../../../lib/adapters/pdf/card/make-card.ts';
import { readAttachments } from '../../../../../lib/card/pdf/attachments.ts';
import { openExample } from '../../../../../lib/local/cards/example-signatures.ts';
import { certificate } from '../../../domain/output/samples.ts';
import { readPdfText } from '../../../domain/output/read-pdf.ts';

const now = new Date('2026-11-30T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const octets = new TextEncoder().encode('Справка (демо)');
const words = (text: string) => text.replaceAll(/\s+/g, ' ');

let example: Awaited<ReturnType<typeof openExample>>;
let first: Uint8Array;
let second: Uint8Array;
beforeAll(async () => {
  example = await openExample('rsa', now);
  first = await example.sign(octets, { firstName: 'Азамат' });
  second = await example.sign(octets, { firstName: 'Сауле', at: later(3) });
});

const trust = () => ({
  ...{ profile: example.profile, at: later(60), crls: [] },
  certificates: [example.authority.root.certificate],
});
const parts = (more: Partial<CardParts> = {}): CardParts => ({
  ...{ language: 'ru', madeAt: later(30), system: { name: 'e-akimat', checkUrl: 'https://akimat.test/app/verify' } },
  document: { title: 'Справка', fileName: 'Справка.pdf', octets, type: 'application/pdf' },
  signatures: [{ fileName: '1.p7s', cms: first }],
  ...more,
});
async function made(more: Partial<CardParts> = {}) {
  const card = await makeCard(parts(more), trust());
  if (!card) throw new Error('no card');
  return card;
}
const names = async (pdf: Uint8Array) => (await readAttachments(pdf)).map(({ name }) => name);
const raw = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('a card', () => {
  it('brings the document first, octet for octet, though «1.p7s» sorts before «Справка.pdf»', async () => {
    const { pdf, report } = await made();
    const attachments = await readAttachments(pdf);
    expect(attachments.map(({ name }) => name)).toEqual(['Справка.pdf', '1.p7s']);
    expect(Buffer.compare(attachments[0]!.octets, octets)).toBe(0);
    expect(Buffer.compare(attachments[1]!.octets, first)).toBe(0);
    expect(report.verdict).toBe('passed');
  });

  it('has the signatures in the order of their timestamps, however they are given', async () => {
    const signatures = [
      { fileName: 'a.p7s', cms: second },
      { fileName: 'b.p7s', cms: first },
    ];
    expect(await names((await made({ signatures })).pdf)).toEqual(['Справка.pdf', 'b.p7s', 'a.p7s']);
  });

  it('keeps two signatures of one name', async () => {
    const signatures = [first, second].map((cms) => ({ fileName: 'подпись.p7s', cms }));
    const attachments = await readAttachments((await made({ signatures })).pdf);
    expect(attachments.map(({ octets: { length } }) => length)).toEqual([octets.length, first.length, second.length]);
  });

  it('has eleven signatures in order in the tree of names and in the file', async () => {
    const signatures = Array.from({ length: 11 }, (_, no) => ({ fileName: `${no + 1}.p7s`, cms: first }));
    const { pdf } = await made({ signatures });
    expect(await names(pdf)).toEqual(['Справка.pdf', ...signatures.map(({ fileName }) => fileName)]);
    const keys = [...raw(pdf).matchAll(/\((\d{4})\) \d+ 0 R/g)].map(([, key]) => key);
    expect(keys).toEqual(Array.from({ length: 12 }, (_, no) => `${no + 1}`.padStart(4, '0')));
    expect(keys).toEqual(keys.toSorted());
  });

  it('writes the streams in the same order', async () => {
    const { pdf } = await made({ signatures: [first, second].map((cms, no) => ({ fileName: `${no}.p7s`, cms })) });
    const sizes = [...raw(pdf).matchAll(/\/EmbeddedFile\b[\s\S]*?\/Size (\d+)/g)].map(([, size]) => Number(size));
    expect(sizes).toEqual([octets.length, first.length, second.length]);
  });

  it('gives each attachment a type, a relationship and the dates that it was given', async () => {
    const text = raw((await made()).pdf);
    expect(text.match(/\/CreationDate \(D:20261130090000Z\)[\s\S]{0,40}\/ModDate \(D:20261130090000Z\)/g)).toHaveLength(
      2,
    );
    expect(text).toContain('/AFRelationship /Source');
    expect(text).toContain('/AFRelationship /Supplement');
    expect(text).toContain('/Subtype /application#2Fpdf');
    expect(text).toContain('/Subtype /application#2Fpkcs7-signature');
  });

  it('says that it is PDF/A-3, since PDF/A-2 forbids these attachments', async () => {
    expect(raw((await made()).pdf)).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  });

  it('is the same again for the same parts, and another one a second later', async () => {
    const [once, again, other] = [await made(), await made(), await made({ madeAt: later(31) })];
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
    expect(Buffer.compare(once.pdf, other.pdf)).not.toBe(0);
  });

  it.each([
    ['ru', 'Карточка электронного документа', 'страницы этого файла не защищены', 'Расширенное использование ключа'],
    ['kk', 'Электрондық құжат карточкасы', 'беттері қолтаңбамен қорғалмаған', 'Кілтті кеңейтілген пайдалану'],
  ] as const)('says in %s what it is, what is inside, and that its pages prove nothing', async (language, ...said) => {
    const pages = readPdfText((await made({ language })).pdf).map(words);
    for (const each of [...said, 'ДЕМО АЗАМАТ', '900315390018', '30.11.2026 14:00:00 (UTC+05:00)', 'Справка.pdf'])
      expect(pages.join(' ')).toContain(each);
    expect(pages[0]).toContain('Карточка электронного документа');
    expect(pages[0]).toContain('30.11.2026 14:30:00 (UTC+05:00)');
    expect(pages[0]).toContain('https://akimat.test/app/verify');
    for (const [no, page] of pages.entries()) if (no > 0) expect(page).toContain(`${no + 1} / ${pages.length}`);
  });

  it('shows every field of a signature, of its timestamp and of its answer', async () => {
    const text = words(readPdfText((await made()).pdf).join(' '));
    for (const label of ['Серийный номер сертификата', 'Срок действия', 'Шаблон (политика)', 'Использование ключа'])
      expect(text).toContain(label);
    expect(text).toContain('CN=DEMO TSA (RSA),C=KZ');
    expect(text).toContain('CN=DEMO OCSP (RSA),C=KZ');
    expect(text).toContain('действует (good)');
    expect(text).toContain('30.11.2026 14:01:00 (UTC+05:00)');
    expect(text).toContain('Физическое лицо, подпись (1.2.398.3.3.2.3)');
  });

  it('shows the document as it was drawn, under the words of a visualisation', async () => {
    const pages = readPdfText((await made({ visual: certificate })).pdf).map(words);
    const drawn = pages.filter((page) => page.includes('Визуализация электронного документа')).slice(1);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toContain('СПРАВКА О РЕГИСТРАЦИИ В КАЧЕСТВЕ БЕЗРАБОТНОГО');
    // Header and watermark.
    expect(drawn[0]!.split('Визуализация электронного документа')).toHaveLength(3);
  });

  it('is not made of a signature without a timestamp', async () => {
    const cms = await example.signPlain(octets);
    expect(await makeCard(parts({ signatures: [{ fileName: '1.p7s', cms }] }), trust())).toBeUndefined();
  });

  it('of a signature for another document fails its own check', async () => {
    const cms = await example.sign(new TextEncoder().encode('other'));
    expect((await made({ signatures: [{ fileName: '1.p7s', cms }] })).report.verdict).toBe('failed');
  });
});
