import { readPinnedAnchor } from './pinned-anchor.ts';
import { demo, kzNca, test, type Profile } from './profile.ts';

export const profiles = { 'kz-nca': kzNca, demo, test } as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;

/**
 * The profile of this name with these anchors pinned, as `readPinnedAnchor` reads them. Undefined for an unknown name;
 * throws a RangeError for a malformed anchor.
 */
export function findProfile(name: string, anchors: readonly string[] = []): Profile | undefined {
  if (!Object.hasOwn(profiles, name)) return undefined;
  const profile = profiles[name as ProfileName];
  return { ...profile, anchors: anchors.map(readPinnedAnchor) };
}
