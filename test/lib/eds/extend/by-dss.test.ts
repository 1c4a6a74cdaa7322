import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readEvidence } from '../../../../lib/eds/evidence-file.ts';
import { openSignerInfos } from '../../../../lib/eds/extend/splice.ts';
import { verifyEds, type EdsInput } from '../../../../lib/eds/verify.ts';

const input = readEvidence(readFileSync(join(import.meta.dirname, 'by-dss/evidence.json'), 'utf8'));
const report = (more: Partial<EdsInput> = {}) => verifyEds({ ...input, ...more });

describe('archive timestamps that EU DSS has made (by-dss/README.md)', () => {
  it('are verified, and keep the proof of a timestamp whose authority has ended', () => {
    const { verdict, signers } = report();
    expect(verdict).toBe('passed');
    expect(signers[0]!.proof).toMatchObject({ restsOn: 'archive-timestamp', until: '2029-01-01T00:00:00.000Z' });
    const found = signers[0]!.checks.filter(({ code }) => code === 'archive-timestamp');
    expect(found.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(report({ at: new Date('2032-01-01T00:00:00Z') }).verdict).toBe('indeterminate');
  });

  it('fail with an octet changed in what they cover', () => {
    for (const { raw } of openSignerInfos(input.cms)[0]!.unsigned!.children) {
      const spoilt = Uint8Array.from(input.cms);
      spoilt[Buffer.from(input.cms).indexOf(raw) + raw.length - 1]! ^= 1;
      expect(report({ cms: spoilt }).verdict).toBe('failed');
    }
    expect(report({ content: new TextEncoder().encode('Справка') }).verdict).toBe('failed');
  });
});
