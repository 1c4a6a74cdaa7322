import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { renderVerificationPage, verificationPagePolicy } from '../../../../lib/domain/output/verification-page.ts';
import { certificate } from './samples.ts';

const issued = {
  number: certificate.number,
  office: certificate.office,
  issuedAt: '2026-07-20T09:05:00.000Z',
  initials: 'Н. Г. З.',
  signerRole: 'mio-head',
  sha256: 'ab'.repeat(32),
} as const;

describe('the verification page', () => {
  it.each([
    ['genuine', 'Документ подлинный', 'Құжат түпнұсқа'],
    ['withdrawn', 'Документ отозван', 'Құжат кері қайтарып алынған'],
  ] as const)('answers %s in both languages with office, time in its zone, signer and digest', (status, ru, kk) => {
    const page = renderVerificationPage({ status, ...issued });
    for (const shown of [ru, kk, certificate.number, '20 июля 2026 года, 14:05', 'начальник отдела', issued.sha256])
      expect(page).toContain(shown);
  });

  it.each([
    ['certificate', 'результат оказания услуги', 'қызмет көрсету нәтижесі'],
    ['interim', 'промежуточный документ', 'аралық құжат'],
    ['refusal', 'мотивированный отказ', 'дәлелді бас тарту'],
  ] as const)('distinguishes a document of the kind %s from the others', (kind, ru, kk) => {
    const page = renderVerificationPage({ status: 'genuine', kind, ...issued });
    for (const shown of [ru, kk]) expect(page).toContain(shown);
  });

  it('says until when the signature can be proved, by the day in the zone of the office', () => {
    const proof = { until: '2031-11-29T21:00:00.000Z' };
    const page = renderVerificationPage({ status: 'genuine', ...issued, proof });
    for (const shown of ['Подпись можно доказать до', '30 ноября 2031 года', '2031 жылғы 30 қараша'])
      expect(page).toContain(shown);
    expect(renderVerificationPage({ status: 'genuine', ...issued })).not.toContain('доказать');
  });

  it('names the post as the document has it', () => {
    const signerPosition = { kk: 'Мұрағат директоры', ru: 'Директор архива' };
    const page = renderVerificationPage({ status: 'genuine', ...issued, signerPosition });
    expect(page).toContain('Директор архива');
    expect(page).not.toContain('начальник отдела');
  });

  it('shows only the number if it is unknown, and runs nothing that was typed', () => {
    const page = renderVerificationPage({ status: 'unknown', number: '"><script>alert(1)</script>' });
    expect(page).toContain('Такого документа нет');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('openssl');
  });

  it('shows nothing of the person but initials', () => {
    const page = renderVerificationPage({ status: 'genuine', ...issued });
    expect(page).not.toContain(certificate.applicant.iin);
    expect(page).toContain('Н. Г. З.');
  });

  it('names an organisation and its BIN, and whoever applied for it by initials', () => {
    const organisation = { name: 'ТОО «Үлгі & К»', bin: '120140090815' };
    const page = renderVerificationPage({ status: 'genuine', ...issued, organisation });
    for (const shown of [
      'Организация-получатель',
      'Алушы ұйым',
      'ТОО «Үлгі &amp; К»',
      'БСН',
      'БИН',
      organisation.bin,
      'Инициалы обратившегося',
    ])
      expect(page).toContain(shown);
    expect(page).not.toContain('Инициалы получателя');
  });

  it('loads nothing, and has only the style that its policy allows', () => {
    const page = renderVerificationPage({ status: 'genuine', ...issued });
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
    expect(verificationPagePolicy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
    expect(page).not.toMatch(/\bsrc=|<link|style="|url\(|@import/);
  });

  it('marks its languages for a screen reader', () => {
    const page = renderVerificationPage({ status: 'genuine', ...issued });
    expect(page).toContain('<html lang="kk">');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<span lang="ru">Документ подлинный</span>');
  });
});
