import { describe, expect, it } from '@jest/globals';
import { pdfFiles } from '../../../../lib/adapters/pdf/package-files.ts';
import { renderReceipt } from '../../../../lib/adapters/pdf/receipt.ts';
import { composeReceipt, type Taker } from '../../../../lib/domain/output/receipt.ts';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { isNumbered, type NumberedRequest } from '../../../../lib/domain/request/request.ts';
import { functions } from '../../../../lib/stack/functions.ts';
import { numbered } from '../request/example.ts';
import { readPdfText } from './read-pdf.ts';

const operator: Taker = {
  name: 'Демо Қарлығаш Әлімқызы',
  position: 'инспектор',
  place: 'Целиноградский отдел филиала РГП «ЦОН» по Акмолинской области',
};
const scan = (name: string) => ({
  id: name,
  name,
  type: 'application/pdf' as const,
  size: 1,
  sha256: 'ab'.repeat(32),
  addedAt: '2026-11-23T05:00:00Z',
});

function made(service: string, change: Partial<NumberedRequest>, taker?: Taker) {
  const card = findService(service, PRESENT);
  const request = numbered();
  if (!card || !isNumbered(request)) throw new Error('the example has no number');
  return composeReceipt(card, { ...request, office: card.offices[0]?.code ?? '', ...change }, taker);
}
const read = async (receipt: ReturnType<typeof made>) =>
  readPdfText(await renderReceipt(receipt))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

describe('a receipt', () => {
  it('says what the decree requires, in both languages', async () => {
    const attachments = [scan('жеке куәлік.pdf'), scan('справка 身份.pdf')];
    const text = await read(made('akmola-unemployed-certificate', { channel: 'con', attachments }, operator));
    for (const said of [
      'РАСПИСКА О ПРИЁМЕ ЗАЯВЛЕНИЯ',
      'ӨТІНІШТІ ҚАБЫЛДАУ ТУРАЛЫ ҚОЛХАТ',
      'SK-UC-2026-000001',
      '23 ноября 2026 года, 10:03',
      '2026 жылғы 23 қараша, сағат 11:00',
      'Выдача справок безработным гражданам',
      'Демо Қарлығаш Әлімқызы инспектор Целиноградский отдел',
      '1. жеке куәлік.pdf',
      '2. справка ??.pdf',
      'п. 13: «в Центре – расписка о приеме заявления',
    ])
      expect(text).toContain(said);
  });

  it('is a coupon if the decree says so, and names the portal if the applicant filed there', async () => {
    const coupon = made('akmola-targeted-social-assistance', { channel: 'akim' }, operator);
    expect(coupon.title.ru).toBe('Талон о приёме документов');
    expect(coupon.words?.source).toBe('п. 13');
    const own = made('akmola-unemployed-certificate', { channel: 'portal' });
    expect(own.words).toBeUndefined();
    expect(await read(own)).toContain('Через портал «электронного правительства»');
  });

  it('says in both languages that a due time is provisional, only if it is', async () => {
    const text = await read(made('akmola-unemployed-certificate', { channel: 'con', calendarUntil: '2025' }, operator));
    expect(text).toContain('предварительно: праздники и выходные после 2025 года');
    expect(text).toContain('алдын ала: 2025 жылдан кейінгі');
    const certain = await read(made('akmola-unemployed-certificate', { channel: 'con' }, operator));
    expect(certain).not.toMatch(/предварительно|алдын ала/);
  });

  it('names a payment, only if there was one', async () => {
    const invoice = { number: 'A-1', tenge: 12_500, at: '2026-11-23T05:00:00Z', until: '2026-11-26T05:00:00Z' };
    const paid = { ...invoice, paidAt: '2026-11-23T06:00:00Z' };
    const text = await read(made('zhambyl-disabled-child-support', { invoice: paid }));
    expect(text).toContain('счёт № A-1, 12 500 тенге (двенадцать тысяч пятьсот тенге), оплачен');
    expect(text).toContain('№ A-1 шот, 12 500 теңге (он екі мың бес жүз теңге), төленді:');
    expect(await read(made('zhambyl-disabled-child-support', { invoice }))).not.toContain('A-1');
  });

  it('gives the same bytes each time', async () => {
    const receipt = made('zhambyl-disabled-child-support', { channel: 'mio' }, operator);
    expect(Buffer.from(await renderReceipt(receipt)).equals(Buffer.from(await renderReceipt(receipt)))).toBe(true);
  });

  it('continues on other pages if there are many attachments', async () => {
    const attachments = Array.from({ length: 20 }, (_, index) => scan(`${'құжат '.repeat(40)}${index}.pdf`));
    const pages = readPdfText(await renderReceipt(made('zhambyl-disabled-child-support', { attachments })));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
  });

  it('is made by a function that has the files for it', () => {
    expect(functions.cabinet['link-receipt'].files).toEqual(pdfFiles);
  });

  it('of an organisation names it with its BIN, and whoever applied for it with their IIN', async () => {
    const { submission, applicant } = numbered() as NumberedRequest;
    const organisation = { bin: '120140090815' };
    const signed = { ...submission, signerOrganisation: 'ТОО «Үлгі 身»' };
    const text = await read(made('south-kazakhstan-archival-certificate', { organisation, submission: signed }));
    for (const said of [
      'Организация-заявитель',
      'ТОО «Үлгі ?»',
      'БСН',
      'БИН',
      '120140090815',
      'Ұйым атынан өтініш берген',
      applicant.fullName,
      applicant.iin,
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('Ф.И.О. заявителя');
  });
});
