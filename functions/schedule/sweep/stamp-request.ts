import type { StampNeeds } from '../../../lib/adapters/trust/stamp-signatures.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { recordStamps, unstampedIn, type Unstamped } from '../../../lib/domain/signature/stamp.ts';
import { addProof, type ProofNeeds, type ProofWay } from './add-proof.ts';

export interface StampingNeeds extends ProofNeeds, Pick<StampNeeds, 'extend'> {}

/** The line says for how long the oldest has been without a timestamp. */
const stamping: ProofWay<Unstamped> = {
  find: (request) => unstampedIn(request).map((each) => ({ ...each, dueAt: each.nextAt })),
  record: recordStamps,
  isDone: (_, stamped) => stamped !== undefined,
  code: 'unstamped',
  factsOf: (undone, now) => ({
    minutes: Math.floor(Math.max(...undone.map(({ since }) => now.getTime() - Date.parse(since))) / 60_000),
    tries: Math.max(...undone.map(({ tries }) => tries + 1)),
  }),
};

/** Puts timestamps into signatures that have none yet. */
export const stampRequest = (request: Request, needs: StampingNeeds): Promise<void> =>
  addProof(request, stamping, needs.extend, needs);
