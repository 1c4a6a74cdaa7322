import { openEdsCheck, type CheckEds } from '../../lib/adapters/trust/check-eds.ts';
import type { Spent } from '../../lib/eds/budget.ts';
import { Budget } from '../../lib/eds/budget.ts';
import { findProfile } from '../../lib/eds/profiles/find-profile.ts';
import type { Verdict } from '../../lib/eds/report.ts';
import { verifyEds } from '../../lib/eds/verify.ts';
import { keyFamilies, type KeyFamily } from '../../lib/signing/signing-key.ts';
import { attackedAt, makeAttackedAuthority, type AttackedAuthority } from './authority.ts';
import { makeBody } from './body.ts';
import type { Recipe } from './recipe.ts';

export interface Measured {
  readonly octets: number;
  /** Milliseconds of processor time of the check that the routes share. */
  readonly milliseconds: number;
  /** The longest time for which nobody else was served. */
  readonly longest: number;
  readonly verdict: Verdict | 'too dear';
  readonly spent: Spent;
}

interface Place {
  readonly attacked: AttackedAuthority;
  readonly check: CheckEds;
}

async function openPlace(family: KeyFamily): Promise<Place> {
  const attacked = await makeAttackedAuthority(family);
  const { certificates, crls, anchor } = attacked;
  const files = (list: readonly Uint8Array[]) => new Map(list.map((der, index) => [`${index}`, der]));
  const readAll = async (prefix: string) => files(prefix === 'crls/' ? crls : certificates);
  const settings = { TRUST_BUCKET: '', EDS_PROFILE: 'kz-nca', EDS_ANCHORS: [anchor], OCSP_SOURCES: [] };
  return { attacked, check: openEdsCheck(settings, { readAll }) };
}

/** Measures bodies with the check as the functions set it up. */
export async function openHostileBench(): Promise<(recipe: Recipe) => Promise<Measured>> {
  const places = new Map<KeyFamily, Place>();
  for (const family of keyFamilies) places.set(family, await openPlace(family));
  return async (recipe) => {
    const { attacked, check } = places.get(recipe.family)!;
    const cms = makeBody(recipe, attacked);
    const profile = findProfile('kz-nca', [attacked.anchor])!;
    const budget = new Budget();
    const { certificates, crls } = attacked;
    const { verdict, checks } = verifyEds({ cms, at: attackedAt, profile, certificates, crls, budget });
    const dear = checks.some(({ code }) => code === 'cost');
    return {
      octets: cms.length,
      ...(await timed(check, cms)),
      verdict: dear ? 'too dear' : verdict,
      spent: budget.spent,
    };
  };
}

/** A task that asks all the time shows how long another request would have waited. */
async function timed(check: CheckEds, cms: Uint8Array): Promise<Pick<Measured, 'milliseconds' | 'longest'>> {
  let [longest, last, over] = [0, performance.now(), false];
  const ask = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(ask);
  };
  setImmediate(ask);
  const begun = process.threadCpuUsage();
  // A copy, so that nothing is remembered of these octets.
  await check({ cms: Uint8Array.from(cms), at: attackedAt });
  const { user, system } = process.threadCpuUsage(begun);
  over = true;
  ask();
  return { milliseconds: (user + system) / 1000, longest };
}

export const row = (name: string, { octets, milliseconds, longest, verdict, spent }: Measured): string =>
  [
    name.padEnd(44),
    `${(octets / 1024).toFixed(0).padStart(6)} KiB`,
    `${milliseconds.toFixed(0).padStart(5)} ms`,
    `longest pause ${longest.toFixed(0).padStart(4)} ms`,
    verdict.padEnd(13),
    `${(spent.microseconds / 1000).toFixed(1)} ms charged, ${spent.verifications} verifications, ${spent.octets} octets, ${spent.tried} tried`,
  ].join('  ');
