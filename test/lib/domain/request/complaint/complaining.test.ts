import { describe, expect, it } from '@jest/globals';
import { procedure } from '../../../../../lib/domain/complaint/procedure.ts';
import { isRefusal } from '../../../../../lib/domain/problem/problem.ts';
import {
  answerComplaint,
  draftReply,
  fileComplaint,
  passComplaints,
} from '../../../../../lib/domain/request/complaint/complaining.ts';
import { firstLevel, isPartial, mayJudge } from '../../../../../lib/domain/request/complaint/judges.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import { erasureAt } from '../../../../../lib/domain/request/erasure.ts';
import { mayRead, seesComplaints } from '../../../../../lib/domain/request/ownership.ts';
import { complaintsOf, type Request } from '../../../../../lib/domain/request/request.ts';
import { recordTold } from '../../../../../lib/domain/request/telling.ts';
import { turnAway } from '../../../../../lib/domain/request/rows/rows.ts';
import type { Caller } from '../../../../../lib/domain/access/roles.ts';
import { accepted, after, at, must, numbered, serik } from '../example.ts';
import { complained, draft, filed, head, office, replied, reply, signedWord } from '../complaint-example.ts';
import { BOUND, bytesOf } from '../hostile.ts';
import { deliver } from '../queue-example.ts';

const issued = () => deliver(accepted(), {}, 19);
const citizen: Caller = { account: 'applicant-azamat', role: 'applicant', session: 's' };
const headOf = (place: string, account = 'head'): Caller => ({
  account,
  role: 'mio-head',
  office: place,
  session: 's',
});
const above = headOf('south-kazakhstan-akimat', 'above');
const first = (request: Request) => complaintsOf(request)[0]!;
/** The history's codes about complaints, and what the applicant was told. */
const said = (request: Request) => [
  request.events.flatMap(({ code }) => (code.startsWith('complaint') ? [code] : [])),
  request.notices.flatMap(({ code }) => (code.startsWith('complaint') ? [code] : [])),
];
const told = (request: Request) => request.telling?.map(({ to, place, code }) => [to, place, code]) ?? [];
/** The alarms of the open complaint one after another, as the sweeper would raise them. */
function raised(request: Request, times: number): Request {
  let current = request;
  for (let n = 0; n < times; n += 1) {
    const due = duesOf(current).find(({ kind }) => kind === 'complaint')!;
    const passed = must(passComplaints(current, office, due.at));
    current = recordTold(passed, passed.telling?.map(({ id }) => id) ?? []);
  }
  return current;
}

describe('filing', () => {
  it('gives a number and the term of the head, and tells the applicant and the head', () => {
    const request = complained(issued());
    // Ten working days from 23 November 2026 at 10:30 in Almaty.
    expect(first(request)).toMatchObject({ state: 'open', level: 0, dueAt: '2026-12-07T13:30:00.000Z' });
    expect(said(request)).toEqual([['complaint-filed'], ['complaint-registered']]);
    expect(told(request)).toEqual([['heads', 'shymkent', 'complaint-waits']]);
  });

  it('the same word again changes nothing, and only so many others are taken', () => {
    const once = complained(issued());
    expect(fileComplaint(once, filed, signedWord(31), office)).toBe(once);
    // Before the application had its number, the signed words did not name it.
    expect(fileComplaint(once, filed, signedWord(31, 'd0'.repeat(32)), office)).toBe(once);
    const another = (request: Request, n: number) =>
      fileComplaint(request, { ...filed, id: `${n}`, text: `${n}` }, signedWord(31, `d${n}`.repeat(32)), office);
    const full = Array.from({ length: procedure.most.complaints }, (_, n) => n).reduce(
      (request, n) => must(another(request, n)),
      issued(),
    );
    expect(another(full, 9)).toMatchObject({ refused: 'complaint/too-many', facts: { most: '3' } });
  });

  it('of a refusal there must be one', () => {
    const ground = { ...filed, ground: 'refusal' } as const;
    expect(fileComplaint(issued(), ground, signedWord(30), office)).toEqual({ refused: 'complaint/no-refusal' });
    const away = turnAway(numbered(), at('05-mio', 20), 'documents');
    expect(first(must(fileComplaint(away, ground, signedWord(30), office)))).toMatchObject({ ground: 'refusal' });
  });

  it('is kept when a system turns the request away later', () => {
    const away = turnAway(complained(numbered()), at('05-mio', 40), 'documents');
    expect([away.state, complaintsOf(away)]).toEqual(['turned-away', complaintsOf(complained(numbered()))]);
  });
});

describe('the clock', () => {
  it('reminds, passes it on at the term, then calls each working day, with a bounded history', () => {
    const request = complained(issued());
    expect(passComplaints(request, office, after(31))).toBe(request);
    expect(said(raised(request, 1))[0]).toEqual(['complaint-filed', 'complaint-reminded']);
    const passed = raised(request, 2);
    expect(first(passed)).toMatchObject({
      level: 1,
      since: '2026-12-07T13:30:00.000Z',
      dueAt: '2026-12-14T13:30:00.000Z',
    });
    expect(said(passed)).toEqual([
      ['complaint-filed', 'complaint-reminded', 'complaint-passed'],
      ['complaint-registered', 'complaint-passed'],
    ]);
    const late = raised(request, 30);
    expect(first(late)).toMatchObject({ level: 1, alarms: 30 });
    expect(late.events.filter(({ code }) => code === 'complaint-overdue').length).toBeLessThanOrEqual(8);
    expect(late.notices.filter(({ code }) => code === 'complaint-passed')).toHaveLength(1);
  });

  it('tells the body above once it has it', () => {
    const due = duesOf(raised(complained(issued()), 1)).find(({ kind }) => kind === 'complaint')!;
    expect(told(must(passComplaints(raised(complained(issued()), 1), office, due.at)))).toEqual([
      ['heads', 'south-kazakhstan-akimat', 'complaint-waits'],
    ]);
  });

  it('stops at the answer', () => {
    const answered = replied(complained(issued()));
    expect(duesOf(answered).map(({ kind }) => kind)).not.toContain('complaint');
    expect(passComplaints(answered, office, after(90 * 24 * 60))).toBe(answered);
  });
});

describe('the answer', () => {
  it('is the one that was written last, given once, and told', () => {
    const request = complained(issued());
    expect(answerComplaint(request, filed.id, reply, head)).toEqual({ refused: 'complaint/not-written' });
    const rewritten = must(
      draftReply(request, filed.id, { ...draft, file: { ...draft.file, sha256: '0'.repeat(64) } }),
    );
    expect(answerComplaint(rewritten, filed.id, reply, head)).toEqual({ refused: 'complaint/not-written' });
    const answered = replied(request);
    expect(first(answered)).toMatchObject({ state: 'answered', reply: { outcome: 'upheld' } });
    expect(first(answered)).not.toHaveProperty('draft');
    expect(said(answered)[1]).toEqual(['complaint-registered', 'complaint-answered']);
    expect(draftReply(answered, filed.id, draft)).toEqual({ refused: 'complaint/answered' });
    expect(draftReply(answered, 'another', draft)).toEqual({ refused: 'complaint/unknown' });
  });

  it('is by the level that has it or one above; the next complaint begins above', () => {
    const request = complained(issued());
    expect(
      [headOf('shymkent'), above, headOf('turkestan')].map((each) => mayJudge(each, request, first(request))),
    ).toEqual([true, true, false]);
    const passed = raised(request, 2);
    expect([headOf('shymkent'), above].map((each) => mayJudge(each, passed, first(passed)))).toEqual([false, true]);
    expect(firstLevel(replied(request))).toBe(1);
  });

  it('is never by who decided, and begins above where the head has', () => {
    expect([
      isPartial({ ...citizen, account: serik.account }, issued()),
      isPartial(headOf('shymkent'), issued()),
    ]).toEqual([true, false]);
    const byHead = issued();
    if (byHead.state !== 'issued') throw new Error(byHead.state);
    expect(firstLevel({ ...byHead, decision: { ...byHead.decision, by: head } })).toBe(1);
    expect(firstLevel(byHead)).toBe(0);
  });
});

it('is seen by applicant, head, akimat and auditor, and by the akimat only what somebody complained of', () => {
  const request = complained(issued());
  const auditor: Caller = { account: 'a', role: 'auditor', session: 's' };
  const officer: Caller = { account: serik.account, role: 'mio-officer', office: 'shymkent', session: 's' };
  expect([citizen, headOf('shymkent'), above, auditor].map((each) => seesComplaints(each, request))).toEqual(
    Array(4).fill(true),
  );
  expect([officer, headOf('turkestan'), headOf('akmola-akimat')].map((each) => seesComplaints(each, request))).toEqual(
    Array(3).fill(false),
  );
  expect([mayRead(above, request), mayRead(above, issued())]).toEqual([true, false]);
});

it('nothing is erased while one waits, and the term begins again at the answer', () => {
  const open = complained(issued(), 5 * 365 * 24 * 60);
  expect(erasureAt(open)).toBeUndefined();
  const before = erasureAt(issued())!;
  const answered = replied(complained(issued()));
  expect(erasureAt(answered)! - before).toBe(
    after(41).getTime() - Date.parse((issued() as { closedAt?: string }).closedAt!),
  );
});

it('nobody is left out in silence: while too many wait to be told, no complaint is taken', () => {
  const telling = Array.from({ length: 8 }, (_, n) => ({
    ...{ id: `${n}`, to: 'heads', at: after(1).toISOString(), code: 'proposal-waits', facts: {} },
  })) as NonNullable<Request['telling']>;
  const result = fileComplaint({ ...issued(), telling }, filed, signedWord(30), office);
  expect(isRefusal(result) && result.refused).toBe('telling/behind');
});

it('at its longest, three of them with their answers, adds so little that the item stays far below the limit of the table', () => {
  // Letters of three bytes, which a document can print.
  const text = '₸'.repeat(procedure.most.characters);
  const full = Array.from({ length: procedure.most.complaints }, (_, n) => `C${n}`).reduce((request, id, n) => {
    const word = signedWord(31, `d${n}`.repeat(32));
    const another = { ...filed, id, text: `${n}${text.slice(1)}` };
    const one = must(fileComplaint({ ...request, telling: [] }, another, word, office));
    return must(answerComplaint(must(draftReply(one, id, { ...draft, text })), id, { ...reply, text }, head));
  }, issued());
  expect(bytesOf(full) - bytesOf(issued())).toBeLessThan(65_000);
  expect(BOUND + 65_000).toBeLessThan(400_000);
});
