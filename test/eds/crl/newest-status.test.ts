import { describe, expect, it } from '@jest/globals';
import { newestStatus, type RevocationStatus } from '../../../lib/eds/crl/revocation-status.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const good = (asOf: number): RevocationStatus => ({ status: 'good', asOf: day(asOf) });
const revoked = (asOf: number, reason: 'keyCompromise' | 'certificateHold'): RevocationStatus => ({
  status: 'revoked',
  asOf: day(asOf),
  revokedAt: day(1),
  reason,
});

describe('two sources that contradict each other', () => {
  it('a newer "good" does not undo a compromised key', () => {
    expect(newestStatus(revoked(2, 'keyCompromise'), good(3)).status).toBe('revoked');
    expect(newestStatus(good(3), revoked(2, 'keyCompromise')).status).toBe('revoked');
  });

  it('a newer "good" lifts a hold, an older one does not', () => {
    expect(newestStatus(revoked(2, 'certificateHold'), good(3)).status).toBe('good');
    expect(newestStatus(revoked(3, 'certificateHold'), good(2)).status).toBe('revoked');
    expect(newestStatus(revoked(3, 'certificateHold'), good(3)).status).toBe('revoked');
  });
});
