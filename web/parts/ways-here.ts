import type { Language } from '../../lib/domain/language/bilingual.ts';
import type { Ask, Permission } from '../signing/environment.ts';
import { listWays } from '../signing/ways.ts';

/** The ways to sign in this browser. */
export const waysHere = (language: Language, ask: Ask) =>
  listWays({
    language,
    isPhone: matchMedia('(pointer: coarse)').matches && !matchMedia('(min-width: 900px)').matches,
    isSecure: isSecureContext,
    isPublic: !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname),
    now: () => new Date(),
    connect: (url) => new WebSocket(url),
    permission: askPermission,
    ask,
  });

/** Browsers without such a permission throw. */
const askPermission = (): Promise<Permission> =>
  navigator.permissions.query({ name: 'local-network-access' as PermissionName }).then(
    ({ state }) => state,
    () => undefined,
  );
