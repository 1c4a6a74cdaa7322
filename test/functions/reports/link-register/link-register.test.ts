import { expect, it } from '@jest/globals';
import { contract, ROWS } from '../../../../functions/reports/link-register/contract.ts';
import { linkRegister } from '../../../../functions/reports/link-register/link-register.ts';
import { writeRegister } from '../../../../lib/adapters/xlsx/write-register.ts';
import type { PageAsked } from '../../../../lib/adapters/dynamo/page.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { lineOf, type Line } from '../../../../lib/domain/request/line.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { readSheet } from '../../../lib/adapters/xlsx/read-sheet.ts';
import { asked, bodyOf } from '../../asked.ts';
import { auditor, citizen, officer } from '../../cast.ts';

const idOf = (index: number) => String(index).padStart(26, '0');
const line = lineOf(numbered());

/** An office that has received so many, as the table would page them. */
function office(all: number, write = writeRegister) {
  const lines = (from: number, limit: number): Line[] =>
    Array.from({ length: Math.min(limit, all - from) }, (_, i) => ({
      ...line,
      id: idOf(from + i),
    }));
  const listRegister = async (_office: string, { limit, from }: PageAsked) => {
    const start = from ? Number(from[1]) + 1 : 0;
    const last = start + limit - 1;
    return {
      lines: lines(start, limit),
      ...(last + 1 < all && { next: [`${line.receivedAt}#${idOf(last)}`, idOf(last)] as const }),
    };
  };
  const kept = new Map<string, Uint8Array>();
  const files = {
    write: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes) as never,
    link: async (name: string) => `https://files.example/${name}`,
  };
  const link = (query: object = {}, caller = officer, language: 'ru' | 'kk' = 'ru') =>
    linkRegister({ ...asked({ query: contract.query.parse(query) }), language }, caller, {
      ...{ requests: { listRegister }, files, write, findService, now: after(90), newId: () => `f${kept.size}` },
    });
  return { link, kept };
}

it('writes one file up to the bound, and the next one from there', async () => {
  const { link, kept } = office(ROWS + 1);
  const first = bodyOf(contract, await link());
  expect(first).toMatchObject({
    rows: ROWS,
    document: { url: 'https://files.example/f0.xlsx', expiresInSeconds: 300 },
  });
  const second = bodyOf(contract, await link({ from: first.next }));
  expect(second.rows).toBe(1);
  expect(second).not.toHaveProperty('next');
  expect(readSheet(kept.get('f0.xlsx')!).length).toBe(ROWS + 4);
});

it('says that there is nothing more at the bound itself', async () => {
  expect(bodyOf(contract, await office(ROWS, async () => new Uint8Array()).link())).not.toHaveProperty('next');
});

it('names the office and the period, and the columns in the language of the reader', async () => {
  const { link, kept } = office(1);
  const period = { since: '2026-10-31T19:00:00.000Z', until: '2026-11-30T19:00:00.000Z' };
  await link(period);
  await link(period, officer, 'kk');
  const [russian, kazakh] = ['f0.xlsx', 'f1.xlsx'].map((name) =>
    readSheet(kept.get(name)!).map((row) => row.map(({ text }) => text)),
  );
  expect(russian!.slice(0, 3)).toEqual([['Журнал регистрации'], ['shymkent'], ['01.11.2026 — 30.11.2026']]);
  expect(russian![3]!.slice(0, 3)).toEqual(['Регистрационный номер', 'Дата и время регистрации', 'Заявитель']);
  expect(kazakh![3]!.slice(0, 3)).toEqual(['Тіркеу нөмірі', 'Тіркелген күні мен сағаты', 'Өтініш беруші']);
  expect(russian![4]!.slice(0, 3)).toEqual(['SK-UC-2026-000001', '23.11.2026 10:03', 'Демо Азамат']);
});

it('gives an empty journal without rows, and none of another office', async () => {
  const { link, kept } = office(0);
  expect(bodyOf(contract, await link())).toMatchObject({ rows: 0 });
  expect(readSheet(kept.get('f0.xlsx')!).length).toBe(4);
  expect(await link({}, citizen)).toEqual({ refused: 'access/denied' });
  expect(await link({}, auditor)).toMatchObject({ refused: 'input/invalid' });
  expect(kept.size).toBe(1);
});
