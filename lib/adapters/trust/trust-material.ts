import { attempt } from '../../eds/attempt.ts';
import { unwrapArmour } from '../../eds/armour.ts';
import { logEvent } from '../log.ts';
import type { TrustBucket } from './trust-bucket.ts';

/** DER of anchors, intermediates and revocation lists. Being in the bucket makes none of them trusted. */
export interface TrustMaterial {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/** Seconds between two reads of the bucket. A list is judged by its own dates at each use. */
const KEEP_SECONDS = 60;

/**
 * Returns the bucket's material, and reads it again after a minute of `now`. If the bucket cannot be read, the material
 * read before stays in use; if there is none, it throws.
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
  const load = async (now: Date): Promise<TrustMaterial> => {
    const [certificates, crls] = await Promise.all([
      bucket.readAll('certificates/', '.cer', now),
      bucket.readAll('crls/', '.crl', now),
    ]);
    return { certificates: der(certificates), crls: der(crls) };
  };

  return (now) => {
    if (kept && Math.abs(now.getTime() - kept.at) < KEEP_SECONDS * 1000) return kept.material;
    const before = kept?.material;
    const material = load(now).catch((error: unknown) => {
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
