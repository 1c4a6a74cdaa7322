import { describe, expect, it } from '@jest/globals';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { nothing, type Statement } from '../../../../lib/eds/revocation/statement.ts';
import { InadmissibleEvidence } from '../../../../lib/eds/verify/inadmissible.ts';

const [one, other] = [{ der: Uint8Array.of(1) }, { der: Uint8Array.of(2) }];
const good: Statement = { says: 'good', asOf: new Date(0), reasons: 1, rank: 'others' };

describe('evidence that counted for nothing', () => {
  it('is told with its first reason, by kind and reason', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-expired')]);
    evidence.judged('list', one, [nothing('crl-signature')]);
    evidence.judged('list', other, [nothing('crl-expired')]);
    expect(evidence.counts).toEqual([{ evidence: 'list', problem: 'crl-expired', count: 2 }]);
  });

  it('is not what was admitted about one of several certificates, before or after', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-expired')]);
    evidence.judged('list', one, [good]);
    evidence.judged('list', other, [good]);
    evidence.judged('list', other, [nothing('crl-expired')]);
    expect(evidence.counts).toEqual([]);
  });

  it('is not what is about other certificates, or said nothing at all', () => {
    const evidence = new InadmissibleEvidence();
    evidence.judged('list', one, [nothing('crl-scope')]);
    evidence.judged('answer', other, []);
    expect(evidence.counts).toEqual([]);
  });

  it('is what could not be read, once however often it came; other errors are ours', () => {
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
