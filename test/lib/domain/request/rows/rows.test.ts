import { describe, expect, it } from '@jest/globals';
import { indexKeys } from '../../../../../lib/adapters/dynamo/request-keys.ts';
import type { Request } from '../../../../../lib/domain/request/request.ts';
import { duesOf } from '../../../../../lib/domain/request/due.ts';
import { accept, claim } from '../../../../../lib/domain/request/work/officer.ts';
import {
  close,
  confirmSubmission,
  deliverOutput,
  openWork,
  raiseAlarm,
  showStatus,
} from '../../../../../lib/domain/request/rows/rows.ts';
import { noticeOf } from '../../../../../lib/domain/request/notify.ts';
import { accepted, after, at, created, draft, must, numbered, opened, serik, submitted } from '../example.ts';

const openAgain = (request: Parameters<typeof openWork>[0], token: string) =>
  openWork(request, at('05-mio-accept', 20), { task: 'accept', by: 'mio', dueAt: after(14).toISOString(), token });

describe('a row', () => {
  it('has no effect the second time', () => {
    const once = confirmSubmission(submitted(), at('01-pep-confirm-submission', 2));
    expect(confirmSubmission(once, at('01-pep-confirm-submission', 3))).toBe(once);
  });

  it('clears a pending write, because the machine has received it', () => {
    expect(confirmSubmission(submitted(), at('01-pep-confirm-submission', 2))).not.toHaveProperty('pending');
  });

  it('out of order is a defect, not a refusal', () => {
    expect(() => showStatus(submitted(), at('09', 1), 'portal', 'in-progress')).toThrow(/cannot be performed/);
  });
});

describe('a renewed wait', () => {
  it('keeps the claim and takes the new token', () => {
    const claimed = must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5)));
    expect(openAgain(claimed, 'token-9')).toMatchObject({
      work: { token: 'token-9', claimedBy: { account: serik.account } },
    });
  });

  it('signals an outcome that was recorded meanwhile', () => {
    expect(openAgain(accepted(), 'token-9')).toMatchObject({
      pending: 'signal',
      work: { token: 'token-9', outcome: 'accepted' },
    });
  });
});

describe('an alarm', () => {
  it('is counted and recorded in the history', () => {
    const rung = raiseAlarm(opened(numbered(), '05-mio-accept', 'accept'), at('05-mio-accept', 14), 'escalated');
    expect(rung).toMatchObject({ work: { alarms: 1 } });
    expect(rung.events.at(-1)).toMatchObject({ code: 'escalated', row: '05-mio-accept' });
  });

  it('says nothing about finished work', () => {
    const done = accepted();
    expect(raiseAlarm(done, at('05-mio-accept', 14), 'escalated')).toBe(done);
  });
});

describe('an unsigned document', () => {
  it('is neither delivered nor closed', () => {
    const row = at('14-pep-deliver-output', 12);
    const notice = noticeOf(created(), row, 'certificate-issued', { number: 'SK-UC-2026-000001' });
    expect(() => deliverOutput(created(), row, 'portal', notice)).toThrow(/cannot be performed/);
    expect(() => close(created(), at('close-request', 13))).toThrow(/cannot be performed/);
  });
});

describe('the index keys', () => {
  it('put open work into the office queue by its due time, and completed work nowhere', () => {
    expect(indexKeys(opened(numbered(), '05-mio-accept', 'accept'))).toMatchObject({
      gsiOffice: 'OFFICE#shymkent',
      gsiOfficeSk: expect.stringContaining('2026-11-23T05:14:00.000Z'),
    });
    expect(indexKeys(accepted())).not.toHaveProperty('gsiOffice');
  });

  it('make the request due at the earliest unfinished thing, by its kind', () => {
    const first = (request: Request) => duesOf(request)[0];
    expect(first(draft())).toEqual({ kind: 'expiry', at: new Date(draft().expiresAt) });
    expect(first(submitted())).toEqual({ kind: 'restart', at: after(2) });
    expect(first(numbered())).toEqual({ kind: 'mail', at: after(3) });
    const told = must(
      accept(must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5))), serik, after(6)),
    );
    expect(duesOf(told)).toEqual([
      { kind: 'mail', at: after(3) },
      { kind: 'signal', at: after(7) },
      { kind: 'stray', at: after(16) },
    ]);
    expect(indexKeys(told)).toMatchObject({
      gsiSweep: expect.stringMatching(/^SWEEP#mail#[0-3]$/),
      gsiSweepAt: `${after(3).toISOString()}#0`,
    });
  });

  it('repeat a second write without effect less and less often, but at least hourly', () => {
    const waited = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map((pendingRepeats) => {
      const [due] = duesOf({ ...submitted(), pendingRepeats, strayGoneAt: after(2).toISOString() } as Request);
      return ((due?.at.getTime() ?? 0) - after(1).getTime()) / 60_000;
    });
    expect(waited).toEqual([1, 1, 2, 4, 8, 16, 32, 64, 64, 64]);
  });
});
