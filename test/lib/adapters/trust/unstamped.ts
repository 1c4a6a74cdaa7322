import type { Extend } from '../../../../lib/adapters/trust/stamp-signatures.ts';

/** For what does not look at timestamps: no authority gives one. */
export const unstamped: Extend = async () => ({ lacks: 'timestamp' });

/** A bucket in which every document is empty. */
export const noDocuments = {
  read: async () => new Uint8Array(),
  write: async () => undefined as never,
  eraseFolder: async () => undefined,
};

/** An authority that stamps everything at this time; the octets are none. */
export const stampedAt =
  (at: string): Extend =>
  async () => ({ cms: Uint8Array.of(1), at, report: { verdict: 'passed', checks: [], signers: [], profile: 'demo' } });
