import { createLocalJWKSet } from 'jose/jwks/local';
import type { Line } from '../../../../lib/adapters/gateways/gateways.ts';
import { publicKeys } from '../../../../lib/adapters/identity/tokens.ts';
import { serveStandIns, type StandInOptions } from '../../../../lib/local/stand-ins/serve-stand-ins.ts';
import { makeSoftwareKey } from '../../adapters/identity/software-key.ts';

/** Stand-ins that know a key, and the line by which a client with this key asks them. */
export async function standInsFor(options: Partial<StandInOptions> = {}) {
  const key = makeSoftwareKey();
  const find = createLocalJWKSet(await publicKeys([key]));
  const standIns = await serveStandIns({
    ...{ unknown: new Set(), powers: [] },
    findKey: (kid) => find({ alg: 'ES256', kid }),
    ...options,
  });
  const line: Line = { url: standIns.url, key, clock: options.clock ?? (() => new Date()) };
  return { ...standIns, line };
}
