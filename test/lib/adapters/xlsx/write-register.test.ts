import { expect, it } from '@jest/globals';
import { viewRegisterLine, type RegisterLine } from '../../../../lib/adapters/http/views/register-view.ts';
import { writeRegister } from '../../../../lib/adapters/xlsx/write-register.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { lineOf } from '../../../../lib/domain/request/line.ts';
import { after, numbered } from '../../domain/request/example.ts';
import { readSheet } from './read-sheet.ts';

const heading = { office: 'Отдел', period: '…' };
const line = viewRegisterLine(lineOf(numbered()), after(90), findService)!;
const named = (fullName: string): RegisterLine => ({ ...line, applicant: { ...line.applicant, fullName } });
const rowOf = async (shown: RegisterLine) => readSheet(await writeRegister([shown], heading, 'ru'))[4]!;

it.each(['=1+1', '+7 701', '-1', '@SUM(A1)', '=HYPERLINK("http://evil.example";"Азамат")', '\t=1', '<b>&amp;', '007'])(
  'keeps the text %j a text',
  async (name) => {
    const cells = await rowOf(named(name));
    expect(cells.find(({ text }) => text === name)).toEqual({ text: name, type: 's', hasFormula: false });
    expect(cells.some(({ hasFormula }) => hasFormula)).toBe(false);
    expect(cells.filter(({ text }) => text !== '').every(({ type }) => type === 's')).toBe(true);
  },
);

it('leaves out characters that XML does not have, so that the file opens', async () => {
  expect((await rowOf(named('Демо\u0000\u001F\uFFFEАзамат'))).map(({ text }) => text)).toContain('ДемоАзамат');
});

it('says by whom, how decided and how handed over', async () => {
  const texts = (
    await rowOf({
      ...line,
      organisation: { bin: '123456789012', name: 'ТОО «Демо»' },
      representative: { fullName: 'Демо Өкіл', iin: '880414400019' },
      filedBy: { name: 'Демо Динара', place: 'con', placeName: 'Центр' },
      worker: 'Демо Серік',
      withdrawn: { number: 'SK-UC-2026-000001-9', at: after(70).toISOString() },
      result: {
        ...{ outcome: 'refused', ground: 'Нет документа', number: 'SK-UC-2026-000001-0' },
        ...{ signedAt: after(12).toISOString(), deliveredAt: after(60).toISOString(), handedTo: 'representative' },
      },
    })
  ).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'ТОО «Демо», 123456789012',
      'Демо Өкіл, 880414400019; Демо Динара, Центр',
      'отказано: Нет документа',
      'SK-UC-2026-000001-9, 23.11.2026 11:10',
      'SK-UC-2026-000001-0',
      '23.11.2026',
      'представителю на руки, 23.11.2026 11:00',
    ]),
  );
});
