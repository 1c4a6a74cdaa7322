import type { Language } from '../../lib/domain/language/bilingual.ts';
import { isDemo, load } from '../kit.ts';
import { demoKeyWay } from '../signing/demo-key/demo-key-way.ts';
import type { Ask, Environment, Permission, Tools } from '../signing/environment.ts';
import type { Way } from '../signing/way.ts';
import { listWays } from '../signing/ways.ts';
import type { GiveDemoKey } from './demo-keys.tsx';

/** The ways to sign in this browser; on the local platform also with a demo person's key, which comes last. */
export function waysHere(language: Language, ask: Ask, giveDemoKey: GiveDemoKey): readonly Way[] {
  const environment: Environment = {
    language,
    isPhone: matchMedia('(pointer: coarse)').matches && !matchMedia('(min-width: 900px)').matches,
    isSecure: isSecureContext,
    isPublic: !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname),
    now: () => new Date(),
    connect: (url) => new WebSocket(url),
    permission: askPermission,
    tools: () => load<Tools>('later/signing-tools'),
    ask,
  };
  const ways = listWays(environment);
  return DEMO && isDemo ? [...ways, demoKeyWay(environment, giveDemoKey)] : ways;
}

/**
 * For this computer Chromium has a permission of its own, apart from that for the rest of the local network; before, one
 * was for both. Browsers without such a permission throw.
 */
const askPermission = (): Promise<Permission> => {
  const query = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
  return query('loopback-network').catch(() => query('local-network-access').catch(() => undefined));
};
