import { describe, expect, it } from '@jest/globals';
import { indexKeys } from '../../../../../lib/adapters/dynamo/request-keys.ts';
import { correctionRules } from '../../../../../lib/domain/correction/rules.ts';
import { composeOutput } from '../../../../../lib/domain/output/compose.ts';
import { issuedDocument, withdrawnDocuments } from '../../../../../lib/domain/output/issued-document.ts';
import { markAnswered, questionnaireOf } from '../../../../../lib/domain/questionnaire/ballot.ts';
import { findService } from '../../../../../lib/domain/regulation/cards.ts';
import { correct, refuseCorrection } from '../../../../../lib/domain/request/correction/correct.ts';
import { erasuresOf } from '../../../../../lib/domain/request/erasure.ts';
import { lineOf } from '../../../../../lib/domain/request/line.ts';
import { mailingsOf } from '../../../../../lib/domain/request/mailing/mailing.ts';
import { tryMailing } from '../../../../../lib/domain/request/mailing/open.ts';
import {
  deliveredOf,
  type DecidedRequest,
  type Request,
  type RequestIn,
} from '../../../../../lib/domain/request/request.ts';
import { openWork, showStatus } from '../../../../../lib/domain/request/rows/rows.ts';
import { endOfRun, executionOf } from '../../../../../lib/domain/request/run.ts';
import { finish } from '../../../../../lib/domain/request/work/officer.ts';
import { addEnded, noCounts } from '../../../../../lib/domain/statistics/counts.ts';
import { correction, issued } from '../correction-example.ts';
import { accepted, after, at, must, numbered, serik } from '../example.ts';
import { digest, mailed, waiting } from '../mailing-example.ts';
import { deliver, queued } from '../queue-example.ts';
import { refuseAgain } from '../refusal-example.ts';

const first = 'SK-UC-2026-000001-0';
const second = 'SK-UC-2026-000001-1';
const withdrawn = (from = issued()) => must(correct(from, correction('withdraw'))) as RequestIn<'withdrawn'>;
const corrected = (from: Request = issued()) => must(correct(from, correction('correct', 40, '33')));
const serviceOf = ({ service, regulationVersion }: Request) => findService(service, regulationVersion)!;

describe('an issued document', () => {
  it('is withdrawn once, its applicant is told why, and the same word again changes nothing', () => {
    const gone = withdrawn();
    expect(gone).toMatchObject({ state: 'withdrawn', pending: 'record', closedAt: after(30).toISOString() });
    const facts = { document: first, ground: 'slip' };
    expect(gone.events.at(-1)).toMatchObject({ code: 'output-withdrawn', by: 'head', facts });
    expect(gone.notices.at(-1)).toMatchObject({ code: 'output-withdrawn', facts: { document: first } });
    expect(JSON.stringify([gone.events, gone.notices])).not.toContain('Ахметова');
    expect(correct(gone, correction('withdraw', 31))).toBe(gone);
    expect(correct(gone, correction('withdraw', 31, '44'))).toEqual({ refused: 'correction/withdrawn' });
  });

  it('stands in the public register as withdrawn, with day, ground and office, and without the explanation', () => {
    const gone = withdrawn();
    const { slip } = correctionRules.grounds;
    const shown = issuedDocument(gone, serviceOf(gone));
    expect(shown).toMatchObject({
      ...{ number: first, status: 'withdrawn' },
      withdrawn: { at: after(30).toISOString(), ground: slip, office: shown.office },
    });
    expect(JSON.stringify(shown)).not.toContain('Ахметова');
    expect(issuedDocument(issued() as DecidedRequest, serviceOf(gone))).not.toHaveProperty('withdrawn');
  });

  it('stays the applicant’s to open, leaves no questionnaire, and is kept from the withdrawal on', () => {
    const gone = withdrawn();
    expect(deliveredOf(gone).map(({ number }) => number)).toEqual([first]);
    const asks = [{ measures: 'quality' as const, answers: 3, satisfied: 1 }] as never;
    expect([questionnaireOf(issued(), asks), questionnaireOf(gone, asks)]).toEqual(['open', undefined]);
    expect(markAnswered(gone)).toMatchObject({ refused: 'questionnaire/too-early' });
    expect(erasuresOf(gone)[0]!.at > erasuresOf(issued())[0]!.at).toBe(true);
    expect(indexKeys(gone)['gsiOffice']).toBe('ENDED#shymkent');
  });

  it('is counted as withdrawn in the month of the withdrawal, not as issued, and takes no time', () => {
    const office = { hours: undefined } as never;
    const counted = structuredClone(noCounts);
    addEnded(counted, lineOf(withdrawn()), { office, grounds: [] });
    expect(counted).toEqual({ ...noCounts, withdrawn: 1 });
  });

  it('is corrected in another run, and register, line and document name both', () => {
    const again = corrected();
    expect(again).toMatchObject({ state: 'in-progress', pending: 'start', dueAt: after(900).toISOString() });
    expect(executionOf(again)).toEqual({ name: `${again.id}-1`, input: { requestId: again.id, again: 1 } });
    expect(again.notices.at(-1)).toMatchObject({
      code: 'output-corrected',
      facts: { dueAt: after(900).toISOString() },
    });
    expect(lineOf(again)).toMatchObject({ withdrawn: { number: first, at: after(40).toISOString() } });
    expect([endOfRun(again, 0), indexKeys(again)['gsiOffice']]).toEqual(['issued', undefined]);
    const next = deliver(again, {}, 50) as DecidedRequest;
    const service = serviceOf(next);
    expect(withdrawnDocuments(next, service)).toMatchObject([
      { number: first, status: 'withdrawn', replacedBy: second },
    ]);
    expect(issuedDocument(next, service)).toMatchObject({ number: second, status: 'genuine', replaces: first });
    expect(lineOf(next)).toMatchObject({ result: { number: second }, withdrawn: { number: first } });
    const decision = { ...next.decision, by: { name: serik.name, position: 'специалист' } };
    const document = composeOutput(
      { ...service, output: { ...service.output, lines: [] } },
      { ...next, decision },
      {
        ...{ number: 'SK-UC-2026-000123-77CNM07Z-K', issuedAt: next.output!.formedAt, office: 'Отдел' },
        ...{ publicUrl: 'https://a.example', region: { kk: 'О', ru: 'О' } },
      },
    );
    expect(document.replaces?.ru).toBe(`Выдан взамен отозванного документа № ${first} от 23.11.2026.`);
  });

  it('that was withdrawn before is corrected later, and stays withdrawn since that day', () => {
    const again = corrected(withdrawn());
    expect(again).not.toHaveProperty('withdrawn');
    expect(again).toMatchObject({
      earlier: [{ withdrawn: { at: after(30).toISOString(), corrected: { contentSha256: '33'.repeat(32) } } }],
    });
    expect(correct(again, correction('correct', 41, '33'))).toBe(again);
    expect(correct(again, correction('withdraw', 41))).toBe(again);
  });

  it(`is corrected ${correctionRules.most} times in a request, and not when its scans are gone`, () => {
    let request = issued();
    for (let time = 1; time <= correctionRules.most; time += 1)
      request = deliver(must(correct(request, correction('correct', 60 * time, `a${time}`))), {}, 60 * time + 5);
    expect(refuseCorrection(request, 'correct')).toMatchObject({ refused: 'correction/too-many' });
    expect(refuseCorrection(request, 'withdraw')).toBeUndefined();
    const erased = { ...issued(), scansErasedAt: after(29).toISOString() } as Request;
    expect(refuseCorrection(erased, 'correct')).toEqual({ refused: 'correction/too-late' });
    expect(refuseCorrection(erased, 'withdraw')).toBeUndefined();
  });

  it('stands alone: nothing else is withdrawn, and nothing of a queue', () => {
    for (const other of [numbered(), accepted(), refuseAgain(accepted(), 20)])
      for (const way of ['withdraw', 'correct'] as const)
        expect(refuseCorrection(other, way)).toEqual({ refused: 'correction/not-issued' });
    const child = { field: 'childIin', key: 'k', until: after(10_000).toISOString() };
    const referral = { ...issued(), queue: { since: after(1).toISOString(), offers: [] } } as Request;
    for (const relied of [queued(), referral, { ...issued(), child } as Request])
      for (const way of ['withdraw', 'correct'] as const)
        expect(refuseCorrection(relied, way)).toEqual({ refused: 'correction/queue' });
  });
});

describe('a signed document that waits at a counter', () => {
  it('is withdrawn, and neither handed over nor opened by its mailed address any more', () => {
    const gone = withdrawn(mailed());
    expect(gone).toMatchObject({ state: 'withdrawn', pending: 'signal', work: { outcome: 'done' } });
    expect(mailingsOf(gone)).toMatchObject([{ state: 'withdrawn' }]);
    expect(tryMailing(gone, { digest, iin: gone.applicant.iin }, after(31))).toMatchObject({
      refusal: { refused: 'mailing/unknown' },
    });
    const recipient = { who: 'applicant', document: { kind: 'identity-card', number: '1' } } as const;
    expect(finish(gone, { recipient }, serik, after(31))).toEqual({ refused: 'work/unknown' });
    expect(indexKeys(gone)['gsiOffice']).toBe('ENDED#shymkent');
  });

  it('is not withdrawn when somebody has it in their hands already, nor before it is signed', () => {
    const handed = { ...waiting('') } as RequestIn<'decided'>;
    const done = { ...handed, work: { ...handed.work!, outcome: 'done' as const } };
    const unsigned = { ...handed, output: { ...handed.output!, signature: undefined } };
    for (const each of [done, unsigned])
      expect(refuseCorrection(each, 'withdraw')).toEqual({ refused: 'correction/not-issued' });
    expect(refuseCorrection(handed, 'correct')).toEqual({ refused: 'correction/not-issued' });
  });

  it('is corrected once its machine has ended: later rows change nothing, and a renewed wait is told', () => {
    const gone = withdrawn(waiting(''));
    expect(refuseCorrection(gone, 'correct')).toEqual({ refused: 'request/changed-meanwhile' });
    const row = at(gone.work!.row, 31);
    const renewed = openWork(gone, row, { task: 'hand-over', by: 'mio', dueAt: after(60).toISOString(), token: 'new' });
    expect(renewed).toMatchObject({ state: 'withdrawn', pending: 'signal', work: { token: 'new', outcome: 'done' } });
    const ended = showStatus(gone, at('12-is-con-show-status', 32), 'con', 'completed');
    for (const each of ['pending', 'work']) expect(ended).not.toHaveProperty(each);
    expect(ended.events).toEqual(gone.events);
    expect(corrected(ended)).toMatchObject({ state: 'in-progress', pending: 'start' });
  });
});
