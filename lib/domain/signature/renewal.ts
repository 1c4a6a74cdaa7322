import type { ProofLife } from './proof-life.ts';
import { changeStamps, extendedKey, keepStamp, type Stamp, type Stamped } from './stamp.ts';

/** A signature whose proof ends, so that it gets an archive timestamp in time (docs/decisions/0051). */
export interface Ending {
  /** The signature with its timestamp, and what was signed, in the documents bucket. */
  readonly cmsKey: string;
  readonly contentKey: string;
  readonly until: string;
  readonly endsBy: ProofLife['endsBy'];
  readonly renewAt: string;
}

/** The signatures that are to be renewed, now or later, in a request or a part of it that has their content's key. */
export function endingIn(part: unknown): readonly Ending[] {
  const found: Ending[] = [];
  changeStamps(part, 'kept', (stamp, signature) => {
    const { cmsKey, contentKey } = signature();
    const { proof, renewAt } = stamp;
    if (proof && renewAt !== undefined)
      found.push({ cmsKey: extendedKey(cmsKey, stamp.part), contentKey, ...proof, renewAt });
    return stamp;
  });
  return found;
}

/**
 * Writes what attempts brought, by the key of the signature that was renewed: one that another run has renewed meanwhile has another key,
 * and stays. A proof that ends no later is discarded; then it is tried again, as if nothing had come.
 */
export const recordRenewals = <Part>(part: Part, brought: ReadonlyMap<string, Stamped>, now: Date): Part =>
  changeStamps(part, 'kept', (stamp, signature): Stamp => {
    const key = extendedKey(signature().cmsKey, stamp.part);
    if (!stamp.proof || !brought.has(key)) return stamp;
    const renewed = brought.get(key);
    return keepStamp(lastsLonger(renewed, stamp.proof) ? { ...renewed, at: stamp.at } : stamp, now);
  });

export const lastsLonger = (renewed: Stamped, { until }: Pick<ProofLife, 'until'>): renewed is NonNullable<Stamped> =>
  renewed?.proof !== undefined && Date.parse(renewed.proof.until) > Date.parse(until);
