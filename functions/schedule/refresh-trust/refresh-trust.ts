import { createHash } from 'node:crypto';
import { logEvent } from '../../../lib/adapters/log.ts';
import { isCurrentCrl, judgeCrl, type CrlJudgement } from '../../../lib/adapters/trust/judge-crl.ts';
import { crlKey, type TrustBucket } from '../../../lib/adapters/trust/trust-bucket.ts';
import { attempt } from '../../../lib/eds/attempt.ts';
import { unwrapArmour } from '../../../lib/eds/armour.ts';

interface Needs {
  readonly bucket: TrustBucket;
  /** Addresses of revocation lists; no other address is called. */
  readonly sources: readonly string[];
  readonly fetchCrl: (url: string) => Promise<Uint8Array | undefined>;
  readonly now: Date;
}

export type Refreshed = CrlJudgement | 'unchanged' | 'unreachable';

/**
 * Brings the stored revocation lists up to date, each independently. Fails at the end if a source has no current list:
 * signatures of its issuer cannot be checked then, and the function's alarm says so.
 */
export async function refreshTrust({ bucket, sources, fetchCrl, now }: Needs): Promise<Record<string, Refreshed>> {
  const [certificates, crls] = await Promise.all([
    bucket.readAll('certificates/', '.cer'),
    bucket.readAll('crls/', '.crl'),
  ]);
  const known = [...certificates.values()].flatMap((file) => attempt(() => unwrapArmour(file)) ?? []);

  const refresh = async (source: string): Promise<{ name: string; outcome: Refreshed; current: boolean }> => {
    const name = createHash('sha256').update(source).digest('hex').slice(0, 32);
    const kept = crls.get(crlKey(name));
    const answer = (outcome: Refreshed, crl = kept) => ({ name, outcome, current: isCurrentCrl(crl, now) });
    const file = await fetchCrl(source);
    if (!file) return answer('unreachable');
    const crl = attempt(() => unwrapArmour(file));
    if (!crl) return answer('malformed');
    if (kept && Buffer.compare(kept, crl) === 0) return answer('unchanged');
    const judgement = judgeCrl(crl, { certificates: known, crl: kept }, now);
    if (judgement !== 'accepted') return answer(judgement);
    await bucket.writeCrl(name, crl);
    return answer(judgement, crl);
  };

  const refreshed = await Promise.all(sources.map(refresh));
  for (const { name, outcome } of refreshed) logEvent('trust/refreshed', { crl: name, outcome });
  const missing = refreshed.filter(({ current }) => !current).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`no current revocation list: ${missing.join(', ')}`);
  return Object.fromEntries(refreshed.map(({ name, outcome }) => [name, outcome]));
}
