import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexKeys } from '../../../../../lib/adapters/dynamo/request-keys.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import { isRefusal } from '../../../../../lib/domain/problem/problem.ts';
import { findService, PRESENT } from '../../../../../lib/domain/regulation/cards.ts';
import { checkForm } from '../../../../../lib/domain/request/draft/form.ts';
import { noticeOf } from '../../../../../lib/domain/request/notify.ts';
import { claim, decide } from '../../../../../lib/domain/request/work/officer.ts';
import { performRow } from '../../../../../lib/domain/request/rows/perform-row.ts';
import { acceptedOf, answerOffer, lapseOffer, offerPlace } from '../../../../../lib/domain/request/queue/queue.ts';
import { viewQueueLine } from '../../../../../lib/adapters/http/views/queue-view.ts';
import { recomputeDeadlines } from '../../../../../lib/domain/request/rows/recompute.ts';
import { deliveredOf, isNumbered, Request } from '../../../../../lib/domain/request/request.ts';
import { close, confirmSubmission, formOutput, openWork } from '../../../../../lib/domain/request/rows/rows.ts';
import { eventsOfRun, executionOf, runOf } from '../../../../../lib/domain/request/run.ts';
import { answerBytes } from '../../../../../lib/domain/request/queue/written-answer.ts';
import { departmentIn, dueAfter } from '../../../../../lib/domain/calendar/calendar.ts';
import { viewRequest } from '../../../../../lib/adapters/http/views/request-view.ts';
import { citizen } from '../../../../functions/cast.ts';
import { accepted, after, at, must, opened, serik } from '../example.ts';
import { answered, deliver, gulnarOffers, offered, queued, serikOffers, signedAnswer } from '../queue-example.ts';

const offersOf = (request: Request) => (isNumbered(request) ? (request.queue?.offers ?? []) : []);
const told = (request: Request) => request.notices.map(({ code }) => code);

describe('a request whose interim document has been issued', () => {
  it('waits in the queue, with nothing open and no time running', () => {
    expect(queued()).toMatchObject({ state: 'queued', output: { kind: 'interim' }, queue: { offers: [] } });
    expect(viewRequest(queued(), after(900), citizen)).not.toHaveProperty('timeLeft');
    expect(viewRequest(queued(), after(900), citizen)).not.toHaveProperty('closedAt');
    expect(Request.parse(queued())).toEqual(queued());
  });

  it('stands in the queue of its service and office by the time of its submission', () => {
    expect(indexKeys(queued())).toMatchObject({
      gsiQueue: 'QUEUE#shymkent#south-kazakhstan-unemployed-certificate',
      gsiQueueSk: expect.stringContaining(`50#${after(1).toISOString()}`),
    });
  });

  it('is decided with the interim document once: the document itself is another decision', () => {
    const decision = { outcome: 'approved', at: after(8).toISOString(), by: serik, fields: {} } as const;
    const working = must(claim(opened(accepted(), '06-mio-decide', 'decide', 'token-2'), serik, after(7)));
    const once = must(decide(working, { ...decision, interim: true }, serik, after(8)));
    expect(decide(once, { ...decision, interim: true }, serik, after(9))).toBe(once);
    expect(decide(once, decision, serik, after(9))).toEqual({ refused: 'work/decided-otherwise' });
  });
});

describe('an offer', () => {
  it('is made only to a request that waits', () => {
    expect(offerPlace(accepted(), serikOffers, after(30))).toEqual({ refused: 'queue/not-waiting' });
    expect(offersOf(offered())).toMatchObject([{ id: serikOffers.id, state: 'open', by: serik.account }]);
    expect(told(offered()).at(-1)).toBe('place-offered');
    expect(viewRequest(offered(), after(31), citizen).offer).toMatchObject({ id: serikOffers.id, state: 'open' });
    expect(viewRequest(offered(), new Date(serikOffers.dueAt), citizen)).not.toHaveProperty('offer');
  });

  it('by the same officer again changes nothing; another is refused while it is open', () => {
    const once = offered();
    expect(offerPlace(once, { ...serikOffers, id: 'another id' }, after(31))).toBe(once);
    expect(offerPlace(once, gulnarOffers, after(31))).toEqual({ refused: 'offer/open' });
    expect(offerPlace(once, { ...serikOffers, keptFrom: '2027-02-01' }, after(31))).toEqual({ refused: 'offer/open' });
  });

  it('is due for the sweeper at its due time, from which nobody can answer it', () => {
    const quiet = { ...offered(), notices: [], strayGoneAt: after(20).toISOString() };
    const due = new Date(serikOffers.dueAt);
    expect(duesOf(quiet)).toEqual([{ kind: 'lapse', at: due }]);
    expect(lapseOffer(quiet, new Date(due.getTime() - 1))).toBe(quiet);
    expect(answerOffer(quiet, serikOffers.id, answered('accepted', due), due)).toEqual({ refused: 'offer/lapsed' });
    const lapsed = lapseOffer(quiet, due);
    expect(offersOf(lapsed)).toMatchObject([{ state: 'lapsed', lapsedAt: serikOffers.dueAt }]);
    expect([lapsed.state, told(lapsed)]).toEqual(['queued', ['offer-lapsed']]);
    expect(lapseOffer(lapsed, due)).toBe(lapsed);
    expect(duesOf({ ...lapsed, notices: [] })).toEqual([]);
  });

  it('whose time has passed allows another one, even before the sweeper comes', () => {
    const later = new Date(Date.parse(serikOffers.dueAt) + 1);
    const another = must(offerPlace(offered(), gulnarOffers, later));
    expect(offersOf(another).map(({ state }) => state)).toEqual(['lapsed', 'open']);
    const line = (request: Request) => viewQueueLine(request, later, 1)!;
    expect([line(offered()).offer, line(another).offer?.id]).toEqual([undefined, gulnarOffers.id]);
  });

  it("that is declined leaves the child's position unchanged", () => {
    const declined = must(answerOffer(offered(), serikOffers.id, answered('declined', after(40)), after(40)));
    expect([declined.state, indexKeys(declined)['gsiOfficeSk']]).toEqual([
      'queued',
      indexKeys(queued())['gsiOfficeSk'],
    ]);
    expect(offersOf(declined)).toMatchObject([{ state: 'declined', answer: { by: 'applicant-azamat' } }]);
    expect(answerOffer(declined, serikOffers.id, answered('declined', after(41)), after(41))).toBe(declined);
    expect(answerOffer(declined, serikOffers.id, answered('accepted', after(41)), after(41))).toEqual({
      refused: 'offer/answered-otherwise',
    });
    expect(answerOffer(declined, 'none', answered('accepted', after(41)), after(41))).toEqual({
      refused: 'offer/unknown',
    });
  });
});

/** Accepted forty minutes after the start of the example. */
const again = (request = offered(), id = serikOffers.id) =>
  must(answerOffer(request, id, answered('accepted', after(40)), after(40)));

describe('an offer that is accepted', () => {
  it('causes a new decision: the earlier one is kept, and the next run is due to start', () => {
    expect(again()).toMatchObject({
      state: 'in-progress',
      pending: 'start',
      dueAt: answered('accepted', after(40)).due.dueAt,
      earlier: [{ output: { kind: 'interim' }, decision: { interim: true } }],
    });
    expect(again()).not.toHaveProperty('decision');
    expect(again()).not.toHaveProperty('closedAt');
    expect(Request.parse(again())).toEqual(again());
    expect(indexKeys(again())).not.toHaveProperty('gsiOffice');
    expect(deliveredOf(again()).map(({ kind }) => kind)).toEqual(['interim']);
  });

  it("is accepted once, and the opposite answer is refused, whatever the request's state", () => {
    const once = again();
    expect(answerOffer(once, serikOffers.id, answered('accepted', after(41)), after(41))).toBe(once);
    expect(answerOffer(once, serikOffers.id, answered('declined', after(41)), after(41))).toEqual({
      refused: 'offer/answered-otherwise',
    });
  });

  it('starts an execution of its own', () => {
    const { id } = queued();
    expect([executionOf(queued()), executionOf(again())]).toEqual([
      { name: id, input: { requestId: id } },
      { name: `${id}-1`, input: { requestId: id, again: 1 } },
    ]);
  });

  it('performs the rows of the new run, although the first has performed them, with their own notices', () => {
    const row = at('06-mio-decide', 50);
    const waiting = openWork(again(), row, { task: 'decide', by: 'mio', dueAt: after(90).toISOString(), token: 't' });
    expect(waiting).not.toHaveProperty('pending');
    const decision = { outcome: 'approved', at: after(51).toISOString(), by: serik, fields: {} } as const;
    const decided = must(decide(must(claim(waiting, serik, after(51))), decision, serik, after(51)));
    const formed = formOutput(decided, at('07-is-mio-form-output', 52), 'SK-UC-2026-000001-1');
    expect(formed).toMatchObject({ output: { kind: 'certificate', number: 'SK-UC-2026-000001-1' } });
    expect(formOutput(formed, at('07-is-mio-form-output', 53), 'another')).toBe(formed);
    expect(eventsOfRun(formed).map(({ code }) => code)).toEqual([
      ...['work-opened', 'work-claimed', 'approved', 'output-formed'],
    ]);
    const [first, second] = [queued(), again()].map((request) => noticeOf(request, row, 'refused', {}).id);
    expect(first).not.toBe(second);
  });

  it('is not disturbed by a late repetition of the first run', async () => {
    const request = again();
    const kept: Request[] = [];
    const requests = {
      find: async () => request,
      add: async () => 'added' as const,
      replace: async (changed: Request) => (kept.push(changed), 'replaced' as const),
    };
    const task = { requestId: request.id, again: 0, row: { no: 1, state: '01-portal-confirm', actor: 'portal' } };
    expect(await performRow({ requests, now: after(60) }, task, confirmSubmission)).toBe(request);
    await performRow({ requests, now: after(60) }, { ...task, again: 1 }, confirmSubmission);
    expect(kept).toHaveLength(1);
  });

  it('names the place that the document must name', () => {
    expect(acceptedOf(offered())).toBeUndefined();
    const { fields } = findService('south-kazakhstan-preschool-queue', PRESENT)!.output;
    const check = (organisation: string, keptFrom: string) =>
      checkForm(
        fields,
        { organisation, keptFrom },
        {
          at: '/fields',
          applicantIin: '900315300010',
          today: '2026-11-29',
          complete: true,
          accepted: acceptedOf(again()),
        },
      ).map(({ field, rule }) => `${field} ${rule}`);
    expect(check(serikOffers.organisation, serikOffers.keptFrom)).toEqual([]);
    expect(check('Другой ясли-сад', '2027-01-12')).toEqual([
      '/fields/organisation offered',
      '/fields/keptFrom offered',
    ]);
  });

  it('is measured from the acceptance when the calendar changes', () => {
    const office = departmentIn('Asia/Almaty');
    const terms = {
      terms: [{ value: 30, unit: 'business_day' }],
      again: [{ value: 2, unit: 'business_day' }],
    } as const;
    const moved = recomputeDeadlines(again(), at('recompute', 60), { ...terms, officeAt: () => office });
    expect(moved).toMatchObject({ dueAt: dueAfter(after(40), terms.again, office).toISOString() });
    expect(recomputeDeadlines(queued(), at('recompute', 60), { ...terms, officeAt: () => office })).toEqual(queued());
  });

  it("may end in the queue again, at the child's former position", () => {
    const back = deliver(again(), { interim: true }, 60);
    expect(back).toMatchObject({ state: 'queued', queue: { since: (queued() as { closedAt?: string }).closedAt } });
    expect(indexKeys(back)['gsiOfficeSk']).toBe(indexKeys(queued())['gsiOfficeSk']);
    expect(close(back, at('close-request', 99))).toBe(back);
    const twice = must(offerPlace(back, gulnarOffers, after(70)));
    const third = must(answerOffer(twice, gulnarOffers.id, answered('accepted', after(80)), after(80)));
    expect([runOf(third), acceptedOf(third)?.id]).toEqual([2, gulnarOffers.id]);
  });
});

describe('the written answer', () => {
  const bytes = (answer: 'accepted' | 'declined', signer = '900315300010') => {
    const request = offered();
    if (!isNumbered(request)) throw new Error('the example has no number');
    return Buffer.from(answerBytes(request, offersOf(request)[0]!, answer, signer)).toString();
  };

  it('says in both languages what is signed, and about which application', () => {
    const { statement, application, signer } = JSON.parse(bytes('accepted')) as Record<string, Record<string, string>>;
    expect(statement?.['ru']).toBe('Согласен (согласна) на предложенное место: Ясли-сад № 1, с 11.01.2027.');
    expect(statement?.['kk']).toContain('келісемін');
    expect([application, signer]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), { iin: '900315300010' }]);
  });

  it('differs for another answer or signer', () => {
    expect(new Set([bytes('accepted'), bytes('declined'), bytes('accepted', '850101300018')]).size).toBe(3);
    expect(bytes('accepted')).toBe(bytes('accepted'));
  });
});

type Move = (request: Request, now: Date) => Request;
const moves: Readonly<Record<string, Move>> = {
  serik: (request, now) => kept(request, offerPlace(request, offerOf(request, serik.account, now), now)),
  gulnar: (request, now) => kept(request, offerPlace(request, offerOf(request, 'officer-gulnar', now), now)),
  accept: (request, now) => kept(request, answerOffer(request, lastOf(request), answered('accepted', now), now)),
  decline: (request, now) => kept(request, answerOffer(request, lastOf(request), answered('declined', now), now)),
  lapse: lapseOffer,
  decide: (request) => (request.state === 'in-progress' ? deliver(request, { interim: true }, 60) : request),
};
const kept = (before: Request, result: ReturnType<typeof offerPlace>) => (isRefusal(result) ? before : result);
const lastOf = (request: Request) => offersOf(request).at(-1)?.id ?? 'none';
const offerOf = (request: Request, by: string, now: Date) => ({
  ...serikOffers,
  by,
  id: `offer-${offersOf(request).length}`,
  dueAt: new Date(now.getTime() + 3 * 60_000).toISOString(),
});

describe('in any order of actions by officers, applicant and clock', () => {
  it('at most one offer is open, nobody loses their position, and each acceptance is one run', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.integer({ min: 0, max: 4 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (taken) => {
        let request = queued();
        let minutes = 30;
        for (const [move, later] of taken) {
          minutes += later;
          request = moves[move]!(request, after(minutes));
          const states = offersOf(request).map(({ state }) => state);
          expect(states.slice(0, -1)).not.toContain('open');
          expect(states.filter((state) => state === 'accepted')).toHaveLength(runOf(request));
          expect(['queued', 'in-progress']).toContain(request.state);
          if (request.state === 'queued')
            expect(indexKeys(request)['gsiOfficeSk']).toBe(indexKeys(queued())['gsiOfficeSk']);
        }
        expect(Request.parse(request)).toEqual(request);
        expect(new Set(request.notices.map(({ id }) => id)).size).toBe(request.notices.length);
      }),
      { numRuns: 100 },
    );
  });
});

it('an answer is kept with its signer and the keys of its evidence', () => {
  expect(offersOf(again())).toMatchObject([{ answer: signedAnswer(after(40)) }]);
});
