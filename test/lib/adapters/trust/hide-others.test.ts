import { expect, it } from '@jest/globals';
import { hideOthers } from '../../../../lib/adapters/trust/hide-others.ts';
import type { EdsReport, SignerReport } from '../../../../lib/eds/report.ts';

const signer = (iin: string): SignerReport => ({
  ...{ verdict: 'passed', checks: [], referenceTime: '2026-11-23T05:00:00Z', referenceTimeSource: 'server-clock' },
  identity: { iin, bin: '120140099918', commonName: 'ДЕМО СЕРІК', kind: 'organisation', roles: [] },
});
const report: EdsReport = {
  ...{ verdict: 'passed', checks: [], profile: 'demo' },
  signers: [signer('900315300010'), signer('880414400019')],
};

it('a report shows its reader the IIN that is their own, and of others all but the IIN', () => {
  const shown = hideOthers(report, '900315300010').signers.map(({ identity }) => identity);
  expect(shown).toEqual([
    report.signers[0]!.identity,
    { bin: '120140099918', commonName: 'ДЕМО СЕРІК', kind: 'organisation', roles: [] },
  ]);
  expect(JSON.stringify(hideOthers(report))).not.toMatch(/900315300010|880414400019/);
});
