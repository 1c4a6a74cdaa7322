import { demo, kzNca, test, type Profile } from './profile.ts';

export const profiles = { 'kz-nca': kzNca, demo, test } as const satisfies Record<string, Profile>;
export type ProfileName = keyof typeof profiles;

/**
 * The profile of this name with these anchors pinned (SHA-256, hex in either case, colons allowed). Undefined for an unknown name; throws
 * a RangeError for something that is no fingerprint, so that a mistyped anchor stops the start instead of trusting nothing silently.
 */
export function findProfile(name: string, anchors: readonly string[] = []): Profile | undefined {
  if (!Object.hasOwn(profiles, name)) return undefined;
  const profile = profiles[name as ProfileName];
  return { ...profile, anchors: anchors.map(readFingerprint) };
}

function readFingerprint(text: string): string {
  const hex = text.replaceAll(':', '').trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/u.test(hex)) throw new RangeError('an anchor is pinned by the 64 hex digits of its SHA-256');
  return hex;
}
