import type { ProofLife } from '../../../../lib/domain/signature/proof-life.ts';
import type { Extend } from '../../../../lib/adapters/trust/stamp-signatures.ts';

/** For what does not look at timestamps: no authority gives one. */
export const unstamped: Extend = async () => ({ lacks: 'timestamp' });

/** A bucket in which every document is empty. */
export const noDocuments = {
  read: async () => new Uint8Array(),
  write: async () => undefined as never,
  eraseFolder: async () => undefined,
};

/** An authority that stamps everything at this time; the octets are none. `proof`: until when that proves it. */
export const stampedAt =
  (at: string, proof?: ProofLife): Extend =>
  async () => ({
    ...{ cms: Uint8Array.of(1), at },
    report: {
      ...{ verdict: 'passed', checks: [], profile: 'demo' },
      signers: proof
        ? [
            {
              ...{ verdict: 'passed', checks: [], referenceTime: at, referenceTimeSource: 'timestamp' },
              proof: { ...proof, restsOn: 'timestamp' },
            },
          ]
        : [],
    },
  });
