import { describe, expect, it } from '@jest/globals';
import { accept, claim, decide, finish, release, signOutput } from '../../../../../lib/domain/request/work/officer.ts';
import { after, accepted, at, created, decided, gulnar, must, numbered, opened, serik } from '../example.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { openWork } from '../../../../../lib/domain/request/rows/rows.ts';

const waiting = () => opened(numbered(), '05-mio-accept', 'accept');
const refusal = (by: typeof serik) =>
  ({
    outcome: 'refused',
    at: after(8).toISOString(),
    by,
    ground: 'нет документов',
    text: 'Не хватает документов.',
  }) as const;

const recipient = { who: 'applicant', document: { kind: 'passport', number: 'N 012345' } } as const;

describe('a claim', () => {
  it('goes to the first of two officers, and the second is told who', () => {
    const claimed = must(claim(waiting(), serik, after(5)));
    expect(claim(claimed, gulnar, after(5))).toEqual({ refused: 'work/claimed', facts: { by: 'Демо Серік' } });
  });

  it('repeated by the same officer changes nothing', () => {
    const claimed = must(claim(waiting(), serik, after(5)));
    expect(claim(claimed, serik, after(6))).toBe(claimed);
  });

  it('is taken over by the head, and the officer cannot take it back', () => {
    const head: typeof serik = { account: 'head-bakyt', name: 'Демо Бақыт', position: 'mio-head' };
    const taken = must(claim(must(claim(waiting(), serik, after(5))), head, after(6)));
    expect(taken).toMatchObject({ work: { claimedBy: { account: head.account } } });
    expect(accept(taken, serik, after(7))).toMatchObject({ refused: 'work/claimed' });
    expect(claim(taken, serik, after(7))).toMatchObject({ refused: 'work/claimed' });
  });

  it.each([
    ['before the term is over', 5, 14, true],
    ['of overdue work for a day', 20, 20 + 1440, true],
    ['of overdue work no longer than a day', 20, 20 + 1441, false],
  ])('holds %s', (_, claimedAt, now, holds) => {
    const claimed = must(claim(waiting(), serik, after(claimedAt)));
    expect('refused' in claim(claimed, gulnar, after(now))).toBe(holds);
  });

  it('that was released is free for the other officer', () => {
    const released = must(release(must(claim(waiting(), serik, after(5))), serik, after(6)));
    expect(must(claim(released, gulnar, after(7)))).toMatchObject({ work: { claimedBy: { account: gulnar.account } } });
  });

  it('is not released by somebody else', () => {
    expect(release(must(claim(waiting(), serik, after(5))), gulnar, after(6))).toMatchObject({
      refused: 'work/claimed',
    });
  });
});

describe('work', () => {
  it('is done only by the officer who claimed it', () => {
    expect(accept(waiting(), serik, after(5))).toMatchObject({ refused: 'work/not-claimed' });
    expect(accept(must(claim(waiting(), gulnar, after(5))), serik, after(6))).toMatchObject({
      refused: 'work/claimed',
    });
  });

  it("of another kind than the row's is refused", () => {
    const claimed = must(claim(waiting(), serik, after(5)));
    expect(decide(claimed, refusal(serik), serik, after(6))).toEqual({
      refused: 'work/other-task',
      facts: { task: 'accept' },
    });
  });

  it('leaves its outcome to be signalled', () => {
    expect(accepted()).toMatchObject({ state: 'in-progress', pending: 'signal', work: { outcome: 'accepted' } });
  });

  it('done again in the same way changes nothing; in another way it is refused', () => {
    const once = decided();
    expect(decide(once, { ...refusal(serik), outcome: 'approved', fields: {} } as never, serik, after(9))).toBe(once);
    expect(decide(once, refusal(serik), serik, after(9))).toMatchObject({ refused: 'work/decided-otherwise' });
  });
});

describe('a signature', () => {
  const signature = {
    key: 'cms',
    cmsSha256: 'aa'.repeat(32),
    reportKey: 'report',
    evidenceKey: 'evidence',
    at: after(12).toISOString(),
    by: serik,
  };

  it('needs the document to be created', () => {
    expect(signOutput(decided(), signature, serik, after(12))).toMatchObject({ refused: 'output/not-ready' });
  });

  it('is kept with the output', () => {
    const waits = openWork(created(), at('12-is-mio-sign', 11), {
      task: 'sign',
      by: 'mio',
      dueAt: after(12).toISOString(),
      token: 'token-3',
    });
    const signed = must(signOutput(must(claim(waits, serik, after(11))), signature, serik, after(12)));
    expect(signed).toMatchObject({ output: { signature: { by: serik } }, work: { outcome: 'signed' } });
  });
});

describe('a signature by hand', () => {
  const waiting = (task: 'sign' | 'hand-over', request: Request) =>
    must(
      claim(
        openWork(request, at(`04-head-${task}`, 11), {
          task,
          by: 'mio',
          dueAt: after(12).toISOString(),
          token: 'token-4',
        }),
        serik,
        after(11),
      ),
    );

  it('is reported only where people carry papers', () => {
    expect(finish(waiting('sign', { ...created(), paper: true }), {}, serik, after(12))).toMatchObject({
      output: { signedByHand: { by: serik, at: after(12).toISOString() } },
      work: { outcome: 'signed' },
    });
    expect(finish(waiting('sign', created()), {}, serik, after(12))).toMatchObject({
      refused: 'work/other-task',
    });
  });

  it('needs the document to be created', () => {
    const request = waiting('sign', { ...decided(), paper: true });
    expect(finish(request, {}, serik, after(12))).toMatchObject({ refused: 'output/not-ready' });
  });

  it('comes before the document is handed over', () => {
    const unsigned = waiting('hand-over', { ...created(), paper: true });
    expect(finish(unsigned, {}, serik, after(13))).toMatchObject({ refused: 'output/not-ready' });
    const signed = must(finish(waiting('sign', { ...created(), paper: true }), {}, serik, after(12)));
    expect(finish(waiting('hand-over', signed), { recipient }, serik, after(13))).toMatchObject({
      output: { deliveredAt: after(13).toISOString() },
    });
  });
});
