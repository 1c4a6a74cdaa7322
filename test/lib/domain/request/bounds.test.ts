import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexKeys } from '../../../../lib/adapters/dynamo/request-keys.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { discard } from '../../../../lib/domain/request/draft/draft.ts';
import { EventCode, type Event } from '../../../../lib/domain/request/event.ts';
import { caps, historyOf, NOTICES, append, tell } from '../../../../lib/domain/request/history.ts';
import type { Notice } from '../../../../lib/domain/notice/notice.ts';
import { addOffer, OFFERS, type Offer } from '../../../../lib/domain/request/offer.ts';
import { accept, claim, extend } from '../../../../lib/domain/request/work/officer.ts';
import { noticeOf } from '../../../../lib/domain/request/notify.ts';
import { RUNS } from '../../../../lib/domain/request/decide-again.ts';
import { answerOffer, lapseOffer, offerPlace } from '../../../../lib/domain/request/queue/queue.ts';
import { isDecided, isNumbered, Request } from '../../../../lib/domain/request/request.ts';
import { runOf } from '../../../../lib/domain/request/run.ts';
import { submit } from '../../../../lib/domain/request/submission/submission.ts';
import { after, at, draft, must, numbered, opened, serik, submission } from './example.ts';
import { answered, deliver, queued, serikOffers } from './queue-example.ts';
import { BOUND, bytesOf, longName, longScan, swell } from './hostile.ts';

const sizeOf = (request: Request) => bytesOf({ pk: `REQUEST#${request.id}`, ...indexKeys(request), request });
const codes = (request: Request) => request.events.map(({ code }) => code);

describe('a history', () => {
  const anyEvent = fc.record({
    at: fc.integer({ min: 0, max: 10_000 }).map((minute) => after(minute).toISOString()),
    code: fc.constantFrom(...EventCode.options),
    row: fc.constantFrom('05-mio-accept', '06-mio-decide'),
    by: fc.constantFrom('one', 'two'),
  });
  const total = (events: readonly Event[], code: EventCode) =>
    events.filter((event) => event.code === code).reduce((sum, { count = 1 }) => sum + count, 0);

  it('keeps no more lines of a kind than its cap, counts every event, and does not change the last one', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 300 }), (events) => {
        const history = historyOf(events);
        for (const code of EventCode.options) {
          const { first, last, each } = caps[code];
          const lines = history.filter((event) => event.code === code).length;
          expect(lines).toBeLessThanOrEqual((first + last + 1) * (each === 'row' ? 2 : 1));
          expect(total(history, code)).toBe(total(events, code));
          if (last > 0)
            expect(history.findLast((event) => event.code === code)).toEqual(
              events.findLast((event) => event.code === code),
            );
        }
        expect(historyOf(history)).toEqual(history);
      }),
    );
  });

  it('folds a thousand saves of a form into one line with count and last time', () => {
    const saves = Array.from({ length: 1000 }, (_, n) => ({
      at: after(n).toISOString(),
      code: 'form-changed' as const,
      by: 'applicant-azamat',
    }));
    expect(historyOf(saves)).toEqual([
      {
        at: after(0).toISOString(),
        code: 'form-changed',
        by: 'applicant-azamat',
        count: 1000,
        until: after(999).toISOString(),
      },
    ]);
  });

  it('does not say about folded events what is true only of some', () => {
    const refusals = Array.from({ length: 50 }, (_, n) => ({
      at: after(n).toISOString(),
      code: 'signature-refused' as const,
      facts: { checks: `check-${n}` },
    }));
    const history = historyOf(refusals);
    expect(history.map(({ facts, count }) => facts?.['checks'] ?? count)).toEqual([
      ...['check-0', 'check-1', 43, 'check-45', 'check-46', 'check-47', 'check-48', 'check-49'],
    ]);
  });

  it('of an item from before there were caps is folded when it is read', () => {
    const old = {
      ...draft(),
      events: Array.from({ length: 5000 }, (_, n) => ({ at: after(n).toISOString(), code: 'form-changed' })),
    };
    expect(Request.parse(old).events).toHaveLength(1);
    expect(must(discard(Request.parse(old), 'draft-expired', after(50_000))).events).toHaveLength(2);
  });
});

it('a notice beyond the cap removes the oldest one without a pending e-mail', () => {
  const notices = Array.from({ length: 3 * NOTICES }, (_, n): Notice => {
    const email = n === 0 ? 'pending' : 'sent';
    return { id: `${n}`, at: after(n).toISOString(), code: 'offer-lapsed', facts: {}, email, attempts: 0 };
  });
  const told = notices.reduce<Notice[]>(tell, []);
  expect(told).toHaveLength(NOTICES);
  expect([told[0]?.id, told[1]?.id, told.at(-1)?.id]).toEqual(['0', '81', '119']);
});

it('offers beyond their cap are counted', () => {
  const lapsed = (n: number): Offer => ({
    ...{ ...serikOffers, id: `${n}` },
    ...{ state: 'lapsed', offeredAt: after(n).toISOString(), lapsedAt: after(n).toISOString() },
  });
  const since = after(0).toISOString();
  const queue = Array.from({ length: 100 }, (_, n) => lapsed(n)).reduce(addOffer, { since, offers: [] });
  expect([queue.offers.length, queue.offers[0]?.id, queue.folded]).toEqual([OFFERS, '88', 88]);
});

it("the catalogue's forms and documents stay within the sizes that the item's limit assumes", () => {
  const longest = serviceIds.flatMap((id) => {
    const { fields = [], output } = findService(id, PRESENT) ?? {};
    return [fields, output?.fields ?? [], output?.interim?.fields ?? []].map((form) =>
      form.reduce((sum, { length }) => sum + length.max, 0),
    );
  });
  expect(Math.max(...longest)).toBeLessThanOrEqual(LONGEST_FORM);
});

const LONGEST_FORM = 3000;
/** Letters of three bytes, which a document can print. */
const longText = '₸'.repeat(LONGEST_FORM);

describe('a request at all its caps', () => {
  /** Everything in it has its greatest length. */
  const longest = () => ({
    ...draft(),
    applicant: { ...draft().applicant, fullName: longName, email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` },
    form: { text: longText },
    attachments: Array.from({ length: 20 }, (_, n) => longScan(n)),
  });

  it('as a draft can be written, submitted and discarded, however often it was saved, attached to and wrongly signed', () => {
    const swollen = swell(longest(), after(0), 500);
    expect(sizeOf(swollen)).toBeLessThan(60_000);
    expect(codes(must(submit(swollen, submission(swollen)))).at(-1)).toBe('submitted');
    expect(codes(must(discard(swollen, 'draft-expired', after(9)))).at(-1)).toBe('draft-expired');
  });

  it('stays writable through work, extension, offers and fifty runs, and is issued at the end', () => {
    const sizes: number[] = [];
    const grow = (request: Request, minutes: number) => {
      const swollen = swell(request, after(minutes), 20);
      sizes.push(sizeOf(swollen));
      return swollen;
    };
    const grown = grow(longest(), 0);
    const first = must(submit(grown, submission(grown)));
    let request = { ...queued(), ...first, ...stateOf(queued()) } as Request;
    let minutes = 100;
    for (let run = 1; run <= 50; run += 1) {
      request = grow(request, (minutes += 1));
      for (let turn = 0; turn < 2 * OFFERS; turn += 1) request = offerAndLose(request, (minutes += 30_000), turn);
      const offer = {
        ...serikOffers,
        id: `last-${run}`,
        organisation: longPlace,
        dueAt: after(minutes + 9).toISOString(),
      };
      request = grow(must(offerPlace(request, offer, after(minutes))), (minutes += 1));
      request = must(answerOffer(request, offer.id, longAnswer('accepted', minutes), after(minutes)));
      expect(runOf(request)).toBe(run);
      const working = grow(opened(request, '06-mio-decide', 'decide', 't'.repeat(1000)), (minutes += 1));
      request = grow(extended(working, minutes), (minutes += 1));
      request = deliver(request, run < 50 ? { interim: true } : {}, (minutes += 1));
      if (isDecided(request) && request.decision.outcome === 'approved')
        request = { ...request, decision: { ...request.decision, fields: { text: longText } } } as Request;
    }
    expect(request.state).toBe('issued');
    expect(isNumbered(request) && [request.earlier?.length, request.earlierFolded]).toEqual([RUNS, 50 - RUNS]);
    expect(Math.max(...sizes)).toBeLessThan(BOUND);
    expect(Request.parse(request)).toEqual(request);
  });

  const longPlace = 'Қ'.repeat(300);
  const longKey = 'requests/'.padEnd(170, 'x');
  const longAnswer = (answer: 'accepted' | 'declined', minutes: number) => {
    const { signed, ...given } = answered(answer, after(minutes));
    const keys = { contentKey: longKey, cmsKey: longKey, reportKey: longKey, evidenceKey: longKey };
    return { ...given, signed: { ...signed, ...keys } };
  };

  /** What happens to a request in the queue; only the names of its fields are used. */
  function stateOf(request: Request) {
    const {
      applicant: _,
      form: __,
      attachments: ___,
      submission: ____,
      ...rest
    } = request as Extract<Request, { state: 'queued' }>;
    return { ...rest, pending: undefined, pendingSince: undefined };
  }

  function offerAndLose(request: Request, minutes: number, turn: number): Request {
    const offer = {
      ...serikOffers,
      ...{ id: `${minutes}`, organisation: longPlace, dueAt: after(minutes + 9).toISOString() },
    };
    const open = must(offerPlace(request, offer, after(minutes)));
    return turn % 2 === 0
      ? must(answerOffer(open, offer.id, longAnswer('declined', minutes), after(minutes)))
      : lapseOffer(open, after(minutes + 10));
  }

  function extended(request: Request, minutes: number): Request {
    if (!isNumbered(request) || !request.work) throw new Error('there is no work');
    const work = { ...request.work, claimedBy: { account: serik.account, name: longName, at: after(0).toISOString() } };
    const extendable = { value: 6, unit: 'month' } as const;
    const notice = noticeOf(request, at(work.row, minutes), 'deadline-moved', { number: request.number });
    const able = { ...request, work: { ...work, extendable } } as Request;
    return must(
      extend(
        able,
        { due: { dueAt: after(minutes + 60).toISOString() }, ground: 'many-records', notice },
        serik,
        after(minutes),
      ),
    );
  }
});

it('a request reaches its decision after a thousand claims by others', () => {
  const swollen = swell(opened(numbered(), '05-mio-accept', 'accept'), after(5), 1000);
  expect(sizeOf(swollen)).toBeLessThan(34_000);
  expect(codes(swollen).filter((code) => code === 'work-claimed').length).toBeLessThanOrEqual(5);
  expect(must(accept(must(claim(swollen, serik, after(6))), serik, after(7))).state).toBe('in-progress');
});

it('facts that somebody could make long are cut', () => {
  const told = append(numbered(), {
    at: after(1).toISOString(),
    code: 'signature-refused',
    facts: { checks: longText },
  });
  expect(told.events.at(-1)?.facts?.['checks']).toHaveLength(300);
});
