import { describe, expect, it } from '@jest/globals';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { nothing, type Statement } from '../../../../lib/eds/revocation/statement.ts';
import { InadmissibleEvidence } from '../../../../lib/eds/verify/inadmissible.ts';

const [one, other] = [{ der: Uint8Array.of(1) }, { der: Uint8Array.of(2) }];
const good: Statement = { says: 'good', asOf: new Date(0), reasons: 1, rank: 'others' };

describe('evidence that did not count', () => {
  it('is reported with its first reason, by kind and reason', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-expired')]);
    evidence.judged('list', one, [nothing('crl-signature')]);
    evidence.judged('list', other, [nothing('crl-expired')]);
    expect(evidence.counts).toEqual([{ evidence: 'list', problem: 'crl-expired', count: 2 }]);
  });

  it('does not include evidence that counted about one of several certificates, before or after', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-expired')]);
    evidence.judged('list', one, [good]);
    evidence.judged('list', other, [good]);
    evidence.judged('list', other, [nothing('crl-expired')]);
    expect(evidence.counts).toEqual([]);
  });

  it('does not include evidence about other certificates, or without a statement', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-scope')]);
    evidence.judged('answer', other, []);
    expect(evidence.counts).toEqual([]);
  });

  it('includes unreadable evidence, once however often it came; other errors are defects', () => {
    const evidence = new InadmissibleEvidence();
    const refuse = (): never => {
      throw new EdsRefusal('der-truncated');
    };
    expect(evidence.reading('answer', Uint8Array.of(7), refuse)).toEqual([]);
    expect(evidence.reading('answer', Uint8Array.of(7), refuse)).toEqual([]);
    expect(evidence.reading('answer', Uint8Array.of(7), (der) => der.length)).toEqual([1]);
    expect(evidence.counts).toEqual([{ evidence: 'answer', problem: 'der-truncated', count: 1 }]);
    expect(() => evidence.reading('answer', Uint8Array.of(7), () => JSON.parse('{'))).toThrow(SyntaxError);
  });
});
