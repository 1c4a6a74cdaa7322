import { describe, expect, it } from '@jest/globals';
import { mailingRules } from '../../../../../lib/domain/mailing/rules.ts';
import { isRefusal } from '../../../../../lib/domain/problem/problem.ts';
import {
  armMailing,
  beginMailing,
  endMailing,
  expireMailings,
  isOnItsWay,
  mailAddressOf,
  mailingOverAt,
  mailingsOf,
  repeatMailing,
} from '../../../../../lib/domain/request/mailing/mailing.ts';
import { tryMailing } from '../../../../../lib/domain/request/mailing/open.ts';
import { readyNotice } from '../../../../../lib/domain/request/ready.ts';
import type { DecidedRequest, Request } from '../../../../../lib/domain/request/request.ts';
import { close, raiseAlarm } from '../../../../../lib/domain/request/rows/rows.ts';
import { claim, finish } from '../../../../../lib/domain/request/work/officer.ts';
import { after, at, gulnar, must, serik } from '../example.ts';
import { address, begun, digest, mailed, waiting } from '../mailing-example.ts';

const { hours, openings, wrongAnswers, mailings } = mailingRules;
const iin = '900315300010';
const another = '850101300018';
const codes = ({ events }: Request) => events.map(({ code }) => code);
const told = ({ notices }: Request) => notices.map(({ code }) => code);
const open = (request: Request, minutes: number, typed = iin) =>
  tryMailing(request, { digest, iin: typed }, after(minutes));
const workOf = (request: Request) => (request as DecidedRequest).work;
/** In minutes after the start: the last moment at which the address works, and the first at which it does not. */
const last = 15 + hours * 60 - 1;
const over = 15 + hours * 60;

describe('a result that is wanted by e-mail', () => {
  it('goes to the address of the signed form, where the channel mails results', () => {
    expect(mailAddressOf(waiting())).toBe(address);
    expect(mailAddressOf(waiting(''))).toBeUndefined();
    expect(mailAddressOf({ ...waiting(), channel: 'portal' })).toBeUndefined();
    expect(mailAddressOf(waiting(' azamat@Пошта.қаз '))).toMatch(/^azamat@xn--[a-z0-9]+\.xn--80ao21a$/);
  });

  it('is mailed once, and its notice tells of the mail, not of the counter', () => {
    expect(told(begun())).toEqual(['result-mailed']);
    expect(beginMailing(begun(), at('10-mio-hand-over', 14))).toEqual(begun());
    expect(readyNotice(waiting(), at('10-mio-hand-over', 13), 'shymkent')).toBeUndefined();
    expect(readyNotice(waiting(''), at('10-mio-hand-over', 13), 'shymkent')).toBeDefined();
    expect(beginMailing(waiting(''), at('10-mio-hand-over', 13))).toEqual(waiting(''));
  });

  it('is opened before the mail service has answered: the address works from the moment at which it is mailed', () => {
    const armed = armMailing(begun(), 1, digest, after(15));
    expect(open(armed, 15).refusal).toBeUndefined();
  });

  it('tells in its notice neither address nor key', () => {
    const text = JSON.stringify(mailed().notices);
    expect(text).not.toContain(digest);
    expect(text).not.toContain(address);
  });
});

describe('opening', () => {
  it('delivers the document and finishes what waited at the counter, whoever has claimed it', () => {
    const claimed = must(claim(mailed(), serik, after(16)));
    const { request, refusal } = open(claimed, 20);
    expect(refusal).toBeUndefined();
    expect(mailingsOf(request)[0]).toMatchObject({ state: 'opened', openings: 1, openedAt: after(20).toISOString() });
    expect((request as DecidedRequest).output?.deliveredAt).toBe(after(20).toISOString());
    expect(workOf(request)).toMatchObject({ outcome: 'done' });
    expect(request).toMatchObject({ pending: 'signal' });
    expect(codes(request).at(-1)).toBe('result-opened');
    const recipient = { who: 'applicant', document: { kind: 'passport', number: 'N1234567' } } as const;
    expect(finish(request, { recipient }, serik, after(21))).toMatchObject({ refused: 'work/decided-otherwise' });
    expect(close(request, at('close-request', 22)).state).toBe('issued');
  });

  it(`is possible ${openings} times, also after the request has ended`, () => {
    let request = close(open(mailed(), 20).request, at('close-request', 22));
    for (let time = 2; time <= openings; time += 1) {
      expect(open(request, 30).refusal).toBeUndefined();
      request = open(request, 30).request;
    }
    expect(open(request, 30).refusal).toMatchObject({ refused: 'mailing/over' });
    expect((request as DecidedRequest).output?.deliveredAt).toBe(after(20).toISOString());
  });

  it('needs the IIN of the applicant; the last wrong answer ends the address, and the applicant is told', () => {
    let request = mailed();
    for (let left = wrongAnswers - 1; left > 0; left -= 1) {
      const { request: counted, refusal } = open(request, 20, another);
      expect(refusal).toMatchObject({ refused: 'mailing/wrong-iin', facts: { left } });
      request = counted;
    }
    expect(open(request, 21).refusal).toBeUndefined();
    const { request: shut, refusal } = open(request, 20, another);
    expect(refusal).toMatchObject({ refused: 'mailing/over' });
    expect(codes(shut).at(-1)).toBe('mailing-shut');
    expect(told(shut).at(-1)).toBe('result-unmailed');
    expect(open(shut, 21).refusal).toMatchObject({ refused: 'mailing/over' });
    expect(workOf(shut)).toMatchObject({ task: 'hand-over' });
    expect(workOf(shut)?.outcome).toBeUndefined();
  });

  it('wrong answers end an address that was opened before, which stays opened', () => {
    let { request } = open(mailed(), 20);
    for (let time = 0; time < wrongAnswers; time += 1) ({ request } = open(request, 21, another));
    expect(open(request, 22).refusal).toMatchObject({ refused: 'mailing/over' });
    expect(mailingsOf(request)[0]?.state).toBe('opened');
  });

  it('ends with the time of the address, to the minute', () => {
    expect(open(mailed(), last).refusal).toBeUndefined();
    expect(open(mailed(), over).refusal).toMatchObject({ refused: 'mailing/over' });
  });

  it('knows no other key, and an attempt of the mail that was tried again has the last one', () => {
    const again = armMailing(armMailing(begun(), 1, 'first', after(14)), 1, digest, after(15));
    expect(tryMailing(again, { digest: 'first', iin }, after(16)).refusal).toMatchObject({
      refused: 'mailing/unknown',
    });
    expect(open(again, 16).refusal).toBeUndefined();
  });
});

describe('what nobody opens', () => {
  it('expires at its time, and the applicant is told where it waits', () => {
    expect(mailingOverAt(mailed())).toBe(after(over).getTime());
    expect(expireMailings(mailed(), after(last))).toEqual(mailed());
    const expired = expireMailings(mailed(), after(over));
    expect(codes(expired).at(-1)).toBe('mailing-expired');
    expect(expired.notices.at(-1)).toMatchObject({ code: 'result-unmailed', facts: { number: expect.any(String) } });
    expect(mailingOverAt(expired)).toBeUndefined();
    expect(expireMailings(expired, after(over + 1))).toEqual(expired);
  });

  it('calls nobody while it may be opened, and then as every uncollected result', () => {
    expect(isOnItsWay(mailed(), after(last))).toBe(true);
    expect(raiseAlarm(mailed(), at('10-mio-hand-over', last), 'escalated')).toEqual(mailed());
    const expired = expireMailings(mailed(), after(over));
    expect(codes(raiseAlarm(expired, at('10-mio-hand-over', over + 1), 'escalated')).at(-1)).toBe('escalated');
  });

  it.each(['returned', 'lost'] as const)('is %s once, and an opened one never', (how) => {
    const ended = endMailing(mailed(), 1, how, after(20));
    expect(codes(ended).at(-1)).toBe(`mailing-${how}`);
    expect(endMailing(ended, 1, how, after(21))).toBe(ended);
    const { request } = open(mailed(), 20);
    expect(endMailing(request, 1, how, after(21))).toBe(request);
  });

  it('may be handed over instead; whoever has collected it is not told that it waits', () => {
    const recipient = { who: 'applicant', document: { kind: 'passport', number: 'N1234567' } } as const;
    const handed = must(finish(must(claim(mailed(), serik, after(16))), { recipient }, serik, after(17)));
    expect(told(expireMailings(handed, after(over)))).toEqual(told(handed));
    const early = must(finish(must(claim(begun(), serik, after(14))), { recipient }, serik, after(14)));
    expect(mailingsOf(early)).toEqual([]);
  });
});

describe('mailing it again', () => {
  it(`is an employee's act, to the same address, ${mailings} times in all`, () => {
    let request = mailed();
    for (let no = 2; no <= mailings; no += 1) {
      expect(repeatMailing(request, gulnar, after(20))).toMatchObject({ refused: 'mailing/under-way' });
      request = must(repeatMailing(endMailing(request, no - 1, 'returned', after(20)), gulnar, after(21)));
      expect(request.events.at(-1)).toMatchObject({ code: 'mailing-repeated', by: gulnar.account });
      expect(mailingsOf(request)).toHaveLength(no);
    }
    const ended = endMailing(request, mailings, 'lost', after(22));
    expect(repeatMailing(ended, gulnar, after(23))).toMatchObject({ refused: 'mailing/too-many' });
    expect(new Set(ended.notices.map(({ id }) => id)).size).toBe(ended.notices.length);
  });

  it('is refused where nobody asked for it, to whoever has not claimed it, and when it is done', () => {
    expect(repeatMailing(waiting(''), serik, after(20))).toMatchObject({ refused: 'mailing/not-asked' });
    const ended = endMailing(mailed(), 1, 'returned', after(20));
    const claimed = must(claim(ended, serik, after(20)));
    expect(repeatMailing(claimed, gulnar, after(21))).toMatchObject({ refused: 'work/claimed' });
    expect(isRefusal(repeatMailing(claimed, serik, after(21)))).toBe(false);
    expect(repeatMailing(open(mailed(), 20).request, serik, after(21))).toMatchObject({ refused: 'work/unknown' });
  });
});
