import { describe, expect, it } from '@jest/globals';
import { lineOf } from '../../../../../lib/domain/request/line.ts';
import { claimOf } from '../../../../../lib/domain/request/queue/claim.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import { erasuresOf } from '../../../../../lib/domain/request/erasure.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { letGo } from '../../../../../lib/domain/request/rows/rows.ts';
import { withdraw, wordOf } from '../../../../../lib/domain/request/withdrawal/withdraw.ts';
import { accept, claim, decide } from '../../../../../lib/domain/request/work/officer.ts';
import { accepted, after, created, draft, must, numbered, opened, serik, submitted } from '../example.ts';
import { offered, signedAnswer } from '../queue-example.ts';

const word = (minute = 40) => signedAnswer(after(minute));
const working = () => must(claim(opened(accepted(), '06-mio-decide', 'decide', 't'), serik, after(7)));
const takeBack = (request: Request) => must(withdraw(request, 'take-back', word()));

describe('before the decision', () => {
  it('open work is over and its machine is to be told; the applicant is told once', () => {
    const taken = takeBack(working());
    expect(taken).toMatchObject({
      ...{ state: 'taken-back', closedAt: after(40).toISOString(), pending: 'signal' },
      work: { token: 't', outcome: 'taken-back' },
    });
    expect([taken.events.at(-1)?.code, taken.notices.at(-1)?.code]).toEqual(['taken-back', 'request-taken-back']);
    expect(lineOf(taken)).not.toHaveProperty('work');
    expect(duesOf(taken).map(({ kind }) => kind)).toContain('signal');
    expect(erasuresOf(taken).at(-1)?.what).toBe('request');
    expect(withdraw(taken, 'take-back', word(41))).toBe(taken);
    expect(wordOf(taken)?.by).toBe('applicant-azamat');
  });

  it('an outcome of which the machine has not heard yet is replaced', () => {
    const done = must(
      accept(must(claim(opened(numbered(), '05-mio-accept', 'accept', 'a'), serik, after(5))), serik, after(6)),
    );
    expect(takeBack(done)).toMatchObject({ pending: 'signal', work: { token: 'a', outcome: 'taken-back' } });
  });

  it('what has no number yet keeps its start: the machine begins, and ends at once', () => {
    const taken = takeBack(submitted());
    expect(taken).toMatchObject({ state: 'taken-back', pending: 'start' });
    expect(taken).not.toHaveProperty('receivedAt');
  });

  it('frees the child, and once the machine has ended nothing is due of it', () => {
    const child = { field: 'childIin', key: 'child', until: after(9000).toISOString() };
    const before = { ...working(), child } as Request;
    expect(claimOf(before)).toBe(child);
    const taken = takeBack(before);
    expect(claimOf(taken)).toBeUndefined();
    if (taken.state !== 'taken-back') throw new Error(taken.state);
    const over = letGo(taken);
    expect(over).not.toHaveProperty('work');
    expect(duesOf(over).some(({ kind }) => kind === 'signal')).toBe(false);
    expect(letGo(over)).toBe(over);
  });

  it('nobody works on it any more: whoever decides first has decided', () => {
    const decision = { outcome: 'approved', at: after(41).toISOString(), by: serik, fields: {} } as const;
    expect(decide(takeBack(working()), decision, serik, after(41))).toEqual({ refused: 'work/unknown' });
    const decided = must(decide(working(), decision, serik, after(39)));
    expect(withdraw(decided, 'take-back', word())).toEqual({ refused: 'withdrawal/too-late' });
    expect(withdraw(created(), 'take-back', word())).toEqual({ refused: 'withdrawal/too-late' });
  });

  it('a draft is discarded instead; what is decided a second time stays', () => {
    expect(withdraw(draft(), 'take-back', word())).toEqual({ refused: 'withdrawal/too-early' });
    const again = { ...working(), earlier: [{}] } as unknown as Request;
    expect(withdraw(again, 'take-back', word())).toEqual({ refused: 'withdrawal/too-late' });
  });
});

describe('in a queue', () => {
  it('the child leaves at once, an open offer is over, and the word is kept', () => {
    const left = must(withdraw(offered(), 'leave-queue', word()));
    expect(left).toMatchObject({ state: 'left', left: { because: 'word', signed: { by: 'applicant-azamat' } } });
    expect([left.events.at(-1)?.code, left.notices.at(-1)?.code]).toEqual(['withdrawn', 'queue-left']);
    expect(withdraw(left, 'leave-queue', word(41))).toBe(left);
  });

  it('words that were signed before the request moved on do something else no more', () => {
    const moved = { refused: 'request/changed-meanwhile' };
    expect(withdraw(offered(), 'take-back', word())).toEqual(moved);
    expect(withdraw(working(), 'leave-queue', word())).toEqual(moved);
  });
});
