import { describe, expect, it } from '@jest/globals';
import { duesOf } from '../../../../lib/domain/request/due.ts';
import { isSubmitted, Request } from '../../../../lib/domain/request/request.ts';
import { nextRenewal } from '../../../../lib/domain/signature/proof-life.ts';
import { endingIn, recordRenewals } from '../../../../lib/domain/signature/renewal.ts';
import { handedOut, keepStamp, recordStamps, type Stamped } from '../../../../lib/domain/signature/stamp.ts';
import { numbered } from '../request/example.ts';

const at = (day: string) => new Date(`${day}T00:00:00.000Z`);
const proofUntil = (day: string) => ({ until: at(day).toISOString(), endsBy: 'tsa-certificate' }) as const;
const [first, second] = ['0000aaaaaaaaaaaa', '0000bbbbbbbbbbbb'];
const now = at('2026-11-30');
const stamped = { part: first, at: now.toISOString(), proof: proofUntil('2031-11-29') };
const keyOf = (part: string, name = 'a') => `${name}/signature.extended.${part}.p7s`;
const signed = (stamp = keepStamp(stamped, now), name = 'a') => ({
  ...{ cmsKey: `${name}/signature.p7s`, contentKey: `${name}/c`, at: now.toISOString(), stamp },
});
const brought = (stampedNow: Stamped, part = first) => new Map([[keyOf(part), stampedNow]]);

describe('a proof', () => {
  it('is renewed a year before it ends; what ends at one moment is spread over a month', () => {
    expect(nextRenewal(stamped.proof, '0000', now)).toBe('2030-11-29T00:00:00.000Z');
    expect(nextRenewal(stamped.proof, '8000', now)).toBe('2030-12-14T00:00:00.000Z');
    expect(nextRenewal(stamped.proof, 'ffff', now)! < '2030-12-29T00:00:00.000Z').toBe(true);
  });

  it('is tried again each month, at the end each day, and some 25 times in all', () => {
    let when = nextRenewal(stamped.proof, first, now);
    const days: number[] = [];
    for (let last = at('2030-11-29'); when !== undefined; when = nextRenewal(stamped.proof, first, last)) {
      days.push((Date.parse(when) - last.getTime()) / 86_400_000);
      last = new Date(when);
      expect(when < stamped.proof.until).toBe(true);
    }
    expect(days.slice(0, 3)).toEqual([0, 30, 30]);
    expect(days.at(-1)).toBe(1);
    expect(days.length).toBe(25);
  });

  it('that a new stamp has for less than a year is not renewed at once, and one of hours not at all', () => {
    expect(nextRenewal(proofUntil('2027-06-01'), 'ffff', now)).toBe('2026-12-30T00:00:00.000Z');
    expect(nextRenewal(proofUntil('2026-12-01'), 'ffff', now)).toBeUndefined();
    expect(keepStamp({ ...stamped, proof: proofUntil('2026-12-01') }, now)).not.toHaveProperty('renewAt');
    expect(keepStamp({ part: first, at: now.toISOString() }, now)).not.toHaveProperty('renewAt');
  });
});

describe('a signature with a timestamp', () => {
  it('is due a year before its proof ends, and stays so when the request is read again', () => {
    const request = numbered();
    if (!isSubmitted(request)) throw new Error('it is not submitted');
    const awaited = { state: 'awaited', tries: 0, nextAt: now.toISOString() } as const;
    const waiting = { ...request, submission: { ...request.submission, stamp: awaited } };
    const kept = recordStamps(waiting, new Map([[request.submission.cmsKey, stamped]]), now);
    expect(duesOf(Request.parse(kept)).find(({ kind }) => kind === 'renew')?.at).toEqual(at('2030-11-29'));
  });

  it('is found with what people are handed today and its content', () => {
    const document = {
      file: { key: 'b/d.pdf' },
      signature: { key: 'b/signature.p7s', at: 'x', stamp: keepStamp(stamped, now) },
    };
    const of = (name: string) => ({
      cmsKey: keyOf(first, name),
      ...stamped.proof,
      renewAt: '2030-11-29T00:00:00.000Z',
    });
    expect(endingIn({ submission: signed(), output: document })).toEqual([
      { ...of('a'), contentKey: 'a/c' },
      { ...of('b'), contentKey: 'b/d.pdf' },
    ]);
    expect(endingIn({ submission: signed(keepStamp({ part: first, at: now.toISOString() }, now)) })).toEqual([]);
  });
});

describe('an attempt to renew', () => {
  const later = at('2030-12-01');
  const longer = { part: second, at: later.toISOString(), proof: proofUntil('2036-01-01') };

  it('gives people the newest; the time of the signature stays', () => {
    const renewed = recordRenewals({ submission: signed() }, brought(longer), later);
    expect(renewed.submission.stamp).toEqual({
      ...{ state: 'kept', part: second, at: stamped.at, proof: longer.proof },
      renewAt: '2035-01-01T00:00:00.000Z',
    });
    expect(handedOut(renewed.submission)).toBe(keyOf(second));
  });

  it.each([
    ['nothing', undefined],
    ['a proof that ends at the same time', { ...longer, proof: stamped.proof }],
    ['one that ends before', { ...longer, proof: proofUntil('2031-01-01') }],
    ['one that says no end', { ...longer, proof: undefined }],
  ] as const)('that brings %s is discarded, and made again a month later', (_, found) => {
    const tried = recordRenewals({ submission: signed() }, brought(found), later);
    expect(tried).toEqual({
      submission: { ...signed(), stamp: { ...signed().stamp, renewAt: '2030-12-31T00:00:00.000Z' } },
    });
  });

  it('that fails after the end is the last one', () => {
    const tried = recordRenewals({ submission: signed() }, brought(undefined), at('2032-01-01'));
    expect(tried.submission.stamp).not.toHaveProperty('renewAt');
    expect(endingIn(tried)).toEqual([]);
  });

  it('changes nothing that another run has renewed meanwhile, that has no end, or that was not tried', () => {
    const part = {
      submission: signed(keepStamp(longer, later)),
      signed: signed(keepStamp({ part: first, at: now.toISOString() }, now)),
      left: signed(keepStamp(stamped, now), 'b'),
    };
    expect(recordRenewals(part, brought(longer), later)).toBe(part);
  });
});
