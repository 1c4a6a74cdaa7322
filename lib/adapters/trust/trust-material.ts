import { attempt } from '../../eds/attempt.ts';
import { unwrapArmour } from '../../eds/armour.ts';
import { logEvent } from '../log.ts';
import type { TrustBucket } from './trust-bucket.ts';

/** DER of anchors, intermediates and revocation lists. Lying in the bucket makes none of them trusted. */
export interface TrustMaterial {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/** Seconds between two looks into the bucket. A list is judged by its own dates whenever it is used. */
const KEEP_SECONDS = 60;

/**
 * Gives the bucket's material, read again after a minute of `now`. While the bucket cannot be read, what was read before
 * serves on; without any the failure goes to the caller.
 */
export function keepTrustMaterial(bucket: Pick<TrustBucket, 'readAll'>): (now: Date) => Promise<TrustMaterial> {
  let kept: { readonly at: number; readonly material: Promise<TrustMaterial> } | undefined;
  const unwrapped = new WeakMap<Uint8Array, Uint8Array>();

  const der = (files: ReadonlyMap<string, Uint8Array>) =>
    [...files].flatMap(([key, bytes]) => {
      const known = unwrapped.get(bytes) ?? attempt(() => unwrapArmour(bytes));
      if (known === undefined) logEvent('trust/unreadable', { key });
      else unwrapped.set(bytes, known);
      return known ?? [];
    });
  const load = async (): Promise<TrustMaterial> => {
    const [certificates, crls] = await Promise.all([
      bucket.readAll('certificates/', '.cer'),
      bucket.readAll('crls/', '.crl'),
    ]);
    return { certificates: der(certificates), crls: der(crls) };
  };

  return (now) => {
    if (kept && Math.abs(now.getTime() - kept.at) < KEEP_SECONDS * 1000) return kept.material;
    const before = kept?.material;
    const material = load().catch((error: unknown) => {
      if (!before) {
        kept = undefined;
        throw error;
      }
      logEvent('trust/not-reloaded');
      return before;
    });
    kept = { at: now.getTime(), material };
    return material;
  };
}
