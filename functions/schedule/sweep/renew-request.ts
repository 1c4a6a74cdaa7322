import type { Extend } from '../../../lib/adapters/trust/stamp-signatures.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { endingIn, lastsLonger, recordRenewals, type Ending } from '../../../lib/domain/signature/renewal.ts';
import { addProof, type ProofNeeds, type ProofWay } from './add-proof.ts';

export interface RenewingNeeds extends ProofNeeds {
  readonly renew: Extend;
}

const DAY = 86_400_000;

/** The line says how many days the proof that ends first has left; ended proofs have none. */
const renewing: ProofWay<Ending> = {
  find: (request) => endingIn(request).map((each) => ({ ...each, dueAt: each.renewAt })),
  record: recordRenewals,
  isDone: (ending, renewed) => lastsLonger(renewed, ending),
  code: 'unrenewed',
  factsOf: (undone, now) => {
    const left = Math.min(...undone.map(({ until }) => Date.parse(until))) - now.getTime();
    return { days: Math.max(0, Math.floor(left / DAY)) };
  },
};

/** Puts archive timestamps into signatures whose proof ends within a year; people are handed the renewed ones. */
export const renewRequest = (request: Request, needs: RenewingNeeds): Promise<void> =>
  addProof(request, renewing, needs.renew, needs);
