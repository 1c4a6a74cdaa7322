import { expect, it } from '@jest/globals';
import { give, recall } from '../../../../../lib/domain/request/work/give.ts';
import { claim } from '../../../../../lib/domain/request/work/officer.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { accepted, after, gulnar, must, numbered, opened, serik } from '../example.ts';

const head = { ...serik, account: 'head', name: 'Демо Бақыт', position: 'mio-head' } as const;
const order = (minutes: number) => ({ head, ground: 'Ровная нагрузка', now: after(minutes) });
const row = '05-mio-accept';
const free = opened(numbered(), row, 'accept');
const claimed = must(claim(free, serik, after(5)));
const claimedAt = after(5).toISOString();
const workOf = (request: Request) => ('work' in request ? request.work : undefined);

it('gives free work, and says who gave it, why and to whom', () => {
  const given = must(give(free, gulnar, { row }, order(6)));
  expect(workOf(given)).toMatchObject({
    claimedBy: { account: gulnar.account, name: gulnar.name, at: after(6).toISOString() },
    assigned: { by: { name: head.name }, ground: 'Ровная нагрузка', to: { name: gulnar.name } },
  });
  expect(given.events.at(-1)).toMatchObject({
    ...{ code: 'work-given', by: 'head', as: { role: 'mio-head', name: head.name } },
    ...{ about: { by: gulnar.account, as: { name: gulnar.name } }, words: 'Ровная нагрузка' },
  });
});

it('gives what a colleague has, as the head saw it, and says who had it', () => {
  const given = must(give(claimed, gulnar, { row, claimedAt }, order(6)));
  expect(workOf(given)?.assigned).toMatchObject({ from: { account: serik.account }, to: { account: gulnar.account } });
  expect(give(given, gulnar, { row, claimedAt }, order(7))).toBe(given);
});

it('never takes a claim that the head has not seen, and no other row', () => {
  expect(give(claimed, gulnar, { row }, order(6))).toEqual({ refused: 'work/claimed', facts: { by: serik.name } });
  const earlier = { row, claimedAt: after(4).toISOString() };
  expect(give(claimed, gulnar, earlier, order(6))).toMatchObject({ refused: 'work/claimed' });
  expect(recall(claimed, earlier, order(6))).toMatchObject({ refused: 'work/claimed' });
  expect(give(free, gulnar, { row, claimedAt }, order(6))).toEqual({ refused: 'work/moved-on' });
  for (const act of [give(free, gulnar, { row: '06' }, order(6)), recall(free, { row: '06', claimedAt }, order(6))])
    expect(act).toEqual({ refused: 'work/moved-on' });
});

it('takes work back into the queue, and what nobody has stays as it is', () => {
  const recalled = must(recall(claimed, { row, claimedAt }, order(6)));
  expect(workOf(recalled)).not.toHaveProperty('claimedBy');
  expect(workOf(recalled)?.assigned).toMatchObject({ from: { account: serik.account }, ground: 'Ровная нагрузка' });
  expect(workOf(recalled)?.assigned).not.toHaveProperty('to');
  expect(recall(recalled, { row, claimedAt }, order(7))).toBe(recalled);
});

it('finished work is neither given nor taken back', () => {
  for (const act of [give(accepted(), gulnar, { row }, order(9)), recall(accepted(), { row }, order(9))])
    expect(act).toEqual({ refused: 'work/unknown' });
});
