import { expect, it } from '@jest/globals';
import { boundReport, REPORT_BYTES } from '../../../../lib/adapters/trust/bound-report.ts';
import type { Check, EdsReport, SignerReport } from '../../../../lib/eds/report.ts';
import { reportSchema } from '../../../../lib/eds/report-schema.ts';

const check = (code: string, status: Check['status'], detail?: Check['detail']): Check => ({
  ...{ code, status, source: 'RFC 5280 6.1.3', subject: 'a'.repeat(64) },
  ...(detail && { detail }),
});
const signer = (checks: readonly Check[], commonName = 'Демо Айгүл'): SignerReport => ({
  ...{ verdict: 'failed', checks, referenceTime: '2026-11-28T00:00:00.000Z', referenceTimeSource: 'server-clock' },
  identity: { iin: '880414400019', commonName, kind: 'individual', roles: [] },
});
const report = (signers: readonly SignerReport[]): EdsReport => ({
  ...{ verdict: 'failed', checks: [check('cms', 'passed')], signers, profile: 'kz-nca' },
});
const passed = Array.from({ length: 20 }, (_, i) => check(`right-${i}`, 'passed'));
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

it('does not change the report of a usual signature', () => {
  const usual = report([signer([...passed, check('revoked', 'failed')])]);
  expect(boundReport(usual)).toBe(usual);
});

it('leaves out passed checks before the others', () => {
  const sixteen = report(Array.from({ length: 16 }, () => signer([...passed, check('revoked', 'failed')])));
  const bound = boundReport(sixteen);
  expect(bound.signers.map(({ checks }) => checks.map(({ code }) => code))).toEqual(
    Array.from({ length: 16 }, () => ['revoked']),
  );
  expect(size(bound)).toBeLessThanOrEqual(REPORT_BYTES);
});

it.each<[string, EdsReport]>([
  ['sixteen signers of many faults', report(Array.from({ length: 16 }, () => signer(passed.map(fail))))],
  ['a name without end', report([signer([check('revoked', 'failed')], 'Ә'.repeat(500_000))])],
  ['particulars without end', report([signer([check('policy', 'failed', { oid: '1.'.repeat(100_000) })])])],
])('fits and stays a report: %s', (_, large) => {
  const bound = boundReport(large);
  expect(size(bound)).toBeLessThanOrEqual(REPORT_BYTES);
  expect(reportSchema.parse(bound).signers[0]).toMatchObject({ verdict: 'failed', identity: { iin: '880414400019' } });
});

function fail(each: Check): Check {
  return { ...each, status: 'failed' };
}
