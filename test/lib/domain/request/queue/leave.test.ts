import { describe, expect, it } from '@jest/globals';
import { reachesAge } from '../../../../../lib/domain/request/queue/claim.ts';
import { outgrow } from '../../../../../lib/domain/request/queue/leave.ts';
import { standingOf } from '../../../../../lib/domain/request/queue/standing.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { accepted, after } from '../example.ts';
import { offered, queued } from '../queue-example.ts';

const ofChild = (request: Request, until = after(600)): Request =>
  ({ ...request, child: { field: 'childIin', key: 'child', until: until.toISOString() } }) as Request;

describe('at the age limit', () => {
  it('the sweeper is due, and the child leaves: its offer is over, and the applicant is told', () => {
    const waits = ofChild(offered());
    expect(duesOf(waits)).toContainEqual({ kind: 'outgrow', at: after(600) });
    expect(outgrow(waits, after(599))).toBe(waits);
    const left = outgrow(waits, after(600));
    expect(left).toMatchObject({
      ...{ state: 'left', left: { because: 'age' }, closedAt: after(600).toISOString() },
      queue: { offers: [{ state: 'lapsed' }] },
    });
    expect([left.events.at(-1)?.code, left.notices.at(-1)?.code]).toEqual(['outgrown', 'queue-outgrown']);
    expect([standingOf(left), duesOf(left).some(({ kind }) => kind === 'outgrow')]).toEqual([undefined, false]);
    expect(outgrow(left, after(700))).toBe(left);
  });

  it('who does not wait stays, and so does who was queued before children were known', () => {
    for (const request of [ofChild(accepted()), queued()]) expect(outgrow(request, after(9999))).toBe(request);
  });

  it('it is the midnight of the birthday in the zone of the offices; of 29 February that of 1 March', () => {
    expect(reachesAge('2021-05-06', 7, 'Asia/Almaty')).toBe('2028-05-05T19:00:00.000Z');
    expect(reachesAge('2020-02-29', 7, 'Asia/Almaty')).toBe('2027-02-28T19:00:00.000Z');
    expect(reachesAge('2016-02-29', 8, 'Asia/Almaty')).toBe('2024-02-28T18:00:00.000Z');
  });
});
