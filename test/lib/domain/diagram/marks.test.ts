import { describe, expect, it } from '@jest/globals';
import { findDiagram } from '../../../../lib/domain/diagram/diagrams.ts';
import { marksOf } from '../../../../lib/domain/diagram/marks.ts';
import { append } from '../../../../lib/domain/request/history.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { route, turnAway } from '../../../../lib/domain/request/rows/rows.ts';
import { answerOffer } from '../../../../lib/domain/request/queue/queue.ts';
import { accepted, after, at, draft, must, numbered, opened, submitted } from '../request/example.ts';
import { PRESENT } from '../../../../lib/domain/regulation/find-version.ts';
import { answered, offered, queued, serikOffers } from '../request/queue-example.ts';

const marks = (request: Request, minutes: number, channel = 'portal', service = request.service) => {
  const diagram = findDiagram(service, channel, PRESENT);
  if (!diagram) throw new Error('no diagram');
  return Object.fromEntries(marksOf(request, diagram, after(minutes)));
};
const withEvents = (request: Request, ...rows: readonly string[]): Request =>
  rows.reduce((current, row) => append(current, { at: after(5).toISOString(), code: 'routed', row }), request);

describe('the marks of a request', () => {
  it('are none while it is a draft', () => {
    expect(marks(draft(), 0)).toEqual({});
  });

  it('put a submitted request into the first row', () => {
    expect(marks(submitted(), 1)).toEqual({ 1: 'current' });
  });

  it('follow the machine from row to row', () => {
    const routed = route(numbered(), at('02-gateway-route-request', 3), ['mio']);
    expect(marks(withEvents(routed, '04-is-con-show-status'), 4)).toEqual({
      ...{ 1: 'done', 2: 'done', 3: 'done', 4: 'done', 5: 'current' },
    });
  });

  it('are at the open work until it is done', () => {
    const waiting = opened(numbered(), '05-mio-accept', 'accept');
    expect(marks(waiting, 6)[5]).toBe('current');
    expect(marks(accepted(), 7)).toMatchObject({ 5: 'done', 6: 'current' });
  });

  it('say that the work is overdue when its term has passed', () => {
    const waiting = opened(numbered(), '05-mio-accept', 'accept');
    expect(marks(waiting, 13)[5]).toBe('current');
    expect(marks(waiting, 15)[5]).toBe('overdue');
  });

  it('say that the row is overdue when the whole term has passed, whoever has it', () => {
    expect(marks(accepted(), 59)[6]).toBe('current');
    expect(marks(accepted(), 61)[6]).toBe('overdue');
  });

  it('show only what was done when a system turned the request away', () => {
    const away = turnAway(numbered(), at('01-portal-confirm-submission', 5), 'eds-unconfirmed');
    expect(Object.values(marks(away, 100)).every((mark) => mark === 'done')).toBe(true);
  });

  it('are at the decision again after an accepted offer, and follow the new run from there', () => {
    const service = 'south-kazakhstan-preschool-queue';
    const own = (request: Request): Request => ({ ...request, service });
    const consent = answered('accepted', after(40));
    const again = must(answerOffer(own(offered()), serikOffers.id, consent, after(40)));
    expect(Object.values(marks(own(queued()), 30))).not.toContain('current');
    const before = { 1: 'done', 3: 'done', 5: 'done' };
    expect(marks(again, 41)).toEqual({ ...before, 6: 'current' });
    const waiting = opened(again, '06-mio-decide', 'decide', 'token-9');
    expect(marks(waiting, 14)).toEqual({ ...before, 6: 'current' });
    expect(marks(waiting, 15)).toEqual({ ...before, 6: 'overdue' });
    expect(marks(withEvents(again, '06-mio-decide', '07-is-mio-form-output'), 41)).toEqual({
      ...{ ...before, 6: 'done', 7: 'done', 8: 'current' },
    });
  });

  it('pass the rows in which the machine does nothing', () => {
    const service = 'mangystau-unemployed-certificate';
    const begun = withEvents(submitted(), '02-is-con-confirm-submission');
    expect(marks(begun, 2, 'con', service)).toEqual({ 1: 'done', 2: 'done', 3: 'current' });
    const shown = withEvents(begun, '09-is-con-show-status');
    expect(marks(shown, 2, 'con', service)).toMatchObject({ 9: 'done', 10: 'done', 11: 'current' });
  });

  it('name no current row at a fork if the request has not shown which way it takes', () => {
    const service = 'zhambyl-disabled-child-support';
    const asked = withEvents(submitted(), '01-applicant-confirm-identity');
    expect(marks(asked, 2, 'portal', service)).toEqual({ 1: 'done' });
  });
});
