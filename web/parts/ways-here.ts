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

/** Browsers without this permission throw. */
const askPermission = (): Promise<Permission> =>
  navigator.permissions.query({ name: 'local-network-access' as PermissionName }).then(
    ({ state }) => state,
    () => undefined,
  );
