import { describe, expect, it } from '@jest/globals';
import { indexKeys } from '../../../../../lib/adapters/dynamo/request-keys.ts';
import { erasuresOf } from '../../../../../lib/domain/request/erasure.ts';
import { lineOf } from '../../../../../lib/domain/request/line.ts';
import { claimOf } from '../../../../../lib/domain/request/queue/claim.ts';
import { answerComplaint, draftReply } from '../../../../../lib/domain/request/complaint/complaining.ts';
import { firstLevel, isPartial } from '../../../../../lib/domain/request/complaint/judges.ts';
import { complained, draft, filed, head, reply } from '../complaint-example.ts';
import { issuedDocument, withdrawnDocuments } from '../../../../../lib/domain/output/issued-document.ts';
import { composeOutput } from '../../../../../lib/domain/output/compose.ts';
import { reopeningRules } from '../../../../../lib/domain/reopening/rules.ts';
import { findService, PRESENT } from '../../../../../lib/domain/regulation/cards.ts';
import { dueAgain } from '../../../../../lib/domain/request/decide-again.ts';
import { reopen } from '../../../../../lib/domain/request/reopening/reopen.ts';
import type { DecidedRequest, Request, RequestIn } from '../../../../../lib/domain/request/request.ts';
import { endOfRun, executionOf } from '../../../../../lib/domain/request/run.ts';
import { deliver } from '../queue-example.ts';
import { accepted, after, must, serik } from '../example.ts';
import { numbers, refuseAgain } from '../refusal-example.ts';

const service = findService('south-kazakhstan-unemployed-certificate', PRESENT)!;
const due = { dueAt: after(900).toISOString() };

const refused = () => refuseAgain(accepted(), 20);
const again = (request: Request, minute = 30) =>
  reopen(request, { ground: 'facts', at: after(minute).toISOString(), by: 'head-bakyt', due });

describe('a refusal that was wrong', () => {
  it('is withdrawn, the request is decided again, and its applicant is told until when', () => {
    const opened = must(again(refused()));
    expect(opened).toMatchObject({ state: 'in-progress', pending: 'start', dueAt: due.dueAt });
    expect(opened).not.toHaveProperty('decision');
    expect(executionOf(opened)).toEqual({ name: `${opened.id}-1`, input: { requestId: opened.id, again: 1 } });
    expect(opened.events.at(-1)).toMatchObject({ code: 'reopened', facts: { document: numbers[0], ground: 'facts' } });
    expect(opened.notices.at(-1)).toMatchObject({ code: 'refusal-reopened', facts: { document: numbers[0], ...due } });
  });

  it('is due by the terms from the decision on, begun anew', () => {
    const { dueAt } = dueAgain(refused(), service, after(30));
    expect(Date.parse(dueAt)).toBeGreaterThan(after(30).getTime());
    expect(dueAgain(refused(), service, after(30 + 7 * 24 * 60)).dueAt > dueAt).toBe(true);
  });

  it('is opened once, and nothing that was not refused is', () => {
    expect(again(must(again(refused())))).toMatchObject({ refused: 'reopening/not-refused' });
    for (const other of [accepted(), deliver(accepted(), {}, 19)])
      expect(again(other)).toMatchObject({ refused: 'reopening/not-refused' });
  });

  it('is not opened when its scans have been erased', () => {
    const erased = { ...refused(), scansErasedAt: after(29).toISOString() } as Request;
    expect(again(erased)).toMatchObject({ refused: 'reopening/too-late' });
  });

  it('leaves the finished work of the office and comes back; its child is claimed, and its term of keeping begins anew', () => {
    const child = { field: 'childIin', key: 'k', until: after(10_000_000).toISOString() };
    const first = { ...refused(), child } as Request;
    expect([indexKeys(first)['gsiOffice'], claimOf(first)]).toEqual(['ENDED#shymkent', undefined]);
    const opened = must(again(first));
    expect(indexKeys(opened)).not.toHaveProperty('gsiOffice');
    expect([claimOf(opened), erasuresOf(opened), lineOf(opened).result]).toEqual([child, [], undefined]);
    const second = refuseAgain(opened, 40);
    expect(indexKeys(second)['gsiOffice']).toBe('ENDED#shymkent');
    expect(erasuresOf(second)[0]!.at.getTime() - erasuresOf(first)[0]!.at.getTime()).toBe(20 * 60_000);
  });

  it('keeps how the withdrawn document was given, and a late repetition of that run knows how it ended', () => {
    const first = refused() as RequestIn<'refused'>;
    const opened = must(again(first)) as RequestIn<'in-progress'>;
    expect(opened.earlier).toMatchObject([{ output: first.output, closedAt: first.closedAt }]);
    expect(first.output.deliveredAt).toBeDefined();
    expect(endOfRun(opened, 0)).toBe('refused');
  });

  it(`a request is opened ${reopeningRules.most} times`, () => {
    let request = refused();
    for (let time = 1; time <= reopeningRules.most; time += 1)
      request = refuseAgain(must(again(request, 30 * time)), 30 * time + 5);
    expect(again(request, 500)).toMatchObject({ refused: 'reopening/too-many' });
  });

  it('stays in the register as withdrawn, with day and ground; the next document names it, and it the next', () => {
    const opened = must(again(refused())) as DecidedRequest;
    const ground = reopeningRules.grounds.facts;
    const [before] = withdrawnDocuments(opened, service);
    expect(before).toMatchObject({ status: 'withdrawn', withdrawn: { at: after(30).toISOString(), ground } });
    expect(before).not.toHaveProperty('replacedBy');
    const next = refuseAgain(opened, 40) as DecidedRequest;
    expect(withdrawnDocuments(next, service)).toMatchObject([{ number: numbers[0], replacedBy: numbers[1] }]);
    expect(issuedDocument(next, service)).toMatchObject({
      number: numbers[1],
      status: 'genuine',
      replaces: numbers[0],
    });
    const decision = { ...next.decision, by: { name: serik.name, position: 'специалист' } };
    const document = composeOutput(
      service,
      { ...next, decision },
      {
        ...{ number: numbers[1], issuedAt: next.output!.formedAt, office: 'Отдел', publicUrl: 'https://a.example' },
        region: { kk: 'О', ru: 'О' },
      },
    );
    expect(document.replaces?.ru).toContain(numbers[0]);
    const first = refused() as DecidedRequest;
    expect(issuedDocument(first, service)).not.toHaveProperty('replaces');
    expect(withdrawnDocuments(first, service)).toEqual([]);
  });
});

describe('a complaint about a refusal', () => {
  const about = (request: Request, minute = 25) => complained(request, minute, { ground: 'refusal' });
  const answer = (request: Request, outcome: 'upheld' | 'dismissed' = 'upheld', of: typeof due | undefined = due) => {
    const written = must(draftReply(request, filed.id, { ...draft, outcome }));
    return must(answerComplaint(written, filed.id, { ...reply, outcome }, head, of));
  };

  it('that is upheld opens the request again', () => {
    const opened = answer(about(refused()));
    expect(opened).toMatchObject({
      ...{ state: 'in-progress', pending: 'start', dueAt: due.dueAt },
      earlier: [{ withdrawn: { at: reply.signature.at, ground: 'complaint' } }],
      complaints: [{ state: 'answered' }],
    });
    expect(opened.events.slice(-2).map(({ code }) => code)).toEqual(['complaint-answered', 'reopened']);
    expect(opened.notices.slice(-2).map(({ code }) => code)).toEqual(['complaint-answered', 'refusal-reopened']);
  });

  it('opens nothing if it is dismissed, is about something else, or its child stands elsewhere', () => {
    expect(answer(about(refused()), 'dismissed').state).toBe('refused');
    expect(answer(complained(refused(), 25)).state).toBe('refused');
    const written = must(draftReply(about(refused()), filed.id, draft));
    expect(must(answerComplaint(written, filed.id, reply, head)).state).toBe('refused');
  });

  it('about a former refusal leaves the present one', () => {
    const second = refuseAgain(must(again(about(refused()))), 35);
    expect(answer(second)).toMatchObject({ state: 'refused', complaints: [{ state: 'answered' }] });
  });

  it('is not answered by who had signed the withdrawn refusal', () => {
    const opened = must(again(refused())) as RequestIn<'in-progress'>;
    expect(isPartial({ account: serik.account, role: 'mio-head', session: 's' }, opened)).toBe(true);
    const [run] = opened.earlier!;
    const byHead = { ...run!, decision: { ...run!.decision, by: { ...head, place: opened.office } } };
    expect([firstLevel(opened), firstLevel({ ...opened, earlier: [byHead] })]).toEqual([0, 1]);
  });
});
