import { describe, expect, it } from '@jest/globals';
import { NoticeCode, noticeFacts } from '../../../../lib/domain/notice/codes.ts';
import { renderMail } from '../../../../lib/domain/notice/mail.ts';
import { renderNotice } from '../../../../lib/domain/notice/render.ts';
import { noticeTexts } from '../../../../lib/domain/notice/texts.ts';

const facts = {
  number: 'SK-UC-2026-000123',
  dueAt: '2026-07-23T13:00:00.000Z',
  expiresAt: '2026-08-17T13:00:00.000Z',
  complaint: 'SK-CO-2026-000001',
  document: 'SK-UC-2026-000123-77CNM07Z-K',
  place: 'ЦОН № 1 города Шымкент',
  hours: '72',
  invoice: 'DEMO-000001',
  tenge: '1\u00a0000\u00a0₸',
  untilAt: '2026-12-03T05:00:00Z',
  groundKk: 'Құжатта қате жіберілген',
  groundRu: 'В документе допущена ошибка',
  paidAt: '2026-12-01T05:00:00Z',
};

describe('every notice', () => {
  it.each(NoticeCode.options)('%s has a text in both languages with all its facts filled in', (code) => {
    for (const language of ['kk', 'ru'] as const) {
      const { subject, text } = renderNotice(code, facts, language);
      expect(subject).not.toBe('');
      expect(text).not.toMatch(/[{}[\]]|undefined/);
      // Of a fact in two languages each text has its own; the organisation that applies has a sentence after every text.
      const other = language === 'kk' ? /Ru$|^organisation$|^bin$/ : /Kk$|^organisation$|^bin$/;
      for (const name of Object.keys(noticeFacts[code].shape).filter((each) => !other.test(each)))
        expect(noticeTexts[code].text[language]).toContain(`{${name}}`);
    }
  });

  it.each(NoticeCode.options)('%s uses Kazakh letters in Kazakh', (code) => {
    expect(noticeTexts[code].text.kk).toMatch(/[әғқңөұүһі]/u);
    expect(noticeTexts[code].text.ru).not.toMatch(/[әғқңөұүһі]/u);
  });

  it('names the organisation that applies, and its BIN', () => {
    const ofCompany = { number: '7', organisation: 'ТОО «Үлгі»', bin: '120140090815' };
    expect(renderNotice('request-received', ofCompany, 'ru').text).toBe(
      'Ваше заявление зарегистрировано под № 7. Организация-заявитель: ТОО «Үлгі», БИН 120140090815.',
    );
    expect(renderNotice('refused', ofCompany, 'kk').text).toMatch(
      /Өтініш беруші ұйым: ТОО «Үлгі», БСН 120140090815\.$/u,
    );
    // A notice that names no request names no organisation either.
    expect(renderNotice('draft-expired', ofCompany, 'ru').text).not.toContain('БИН');
  });

  it('leaves out a sentence whose fact is not known yet', () => {
    expect(renderNotice('request-received', { number: '7' }, 'ru').text).toBe(
      'Ваше заявление зарегистрировано под № 7.',
    );
  });

  it('writes times in the office’s zone', () => {
    expect(renderNotice('deadline-moved', facts, 'kk').text).toContain('2026 жылғы 23 шілде, сағат 18:00');
    expect(renderNotice('deadline-moved', facts, 'ru', 'UTC').text).toContain('23 июля 2026 года, 13:00');
  });

  it('throws if its code or a fact is missing', () => {
    expect(() => renderNotice('no-such-notice', facts, 'ru')).toThrow();
    expect(() => renderNotice('taken-into-work', {}, 'ru')).toThrow();
  });
});

describe('the e-mail', () => {
  const mail = renderMail('certificate-issued', facts, { first: 'kk', cabinetUrl: 'https://a.kz/?a=1&b=2' });

  it('has both languages, the reader’s first', () => {
    expect(mail.subject).toBe('Құжат дайын / Документ готов');
    expect(mail.text.indexOf('Құжат дайын')).toBeLessThan(mail.text.indexOf('Документ готов'));
    const other = renderMail('refused', facts, { first: 'ru', cabinetUrl: 'https://a.kz' });
    expect(other.subject).toBe('В оказании услуги отказано / Қызмет көрсетуден бас тартылды');
  });

  it('escapes what is put into its HTML', () => {
    expect(mail.html).toContain('href="https://a.kz/?a=1&amp;b=2"');
    const hostile = renderMail('taken-into-work', { number: '<b>' }, { first: 'ru', cabinetUrl: 'https://a.kz' });
    expect(hostile.html).not.toContain('<b>');
  });

  it('says the same in plain text as in HTML', () => {
    const plain = mail.html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    for (const language of ['kk', 'ru'] as const)
      expect(plain).toContain(renderNotice('certificate-issued', facts, language).text);
  });
});
