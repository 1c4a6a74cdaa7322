import { generateKey } from '../../lib/local/authority/key-pairs.ts';
import { seededRandom } from '../../lib/local/authority/random.ts';
import type { KeyFamily, SigningKey } from '../../lib/signing/signing-key.ts';

const holders = ['root', 'nca', 'sub', 'person', 'ocsp', 'tsa', 'stranger'] as const;
export type Holder = (typeof holders)[number];

/** The keys of one family: those of the hierarchy, and a stranger's key outside it. */
export interface World {
  readonly family: KeyFamily;
  readonly keys: Readonly<Record<Holder, SigningKey>>;
}

const worlds = new Map<KeyFamily, Promise<World>>();

/** Keys take long to make: one world of each family serves the whole process. */
export function makeWorld(family: KeyFamily): Promise<World> {
  const world = worlds.get(family) ?? makeNewWorld(family);
  worlds.set(family, world);
  return world;
}

async function makeNewWorld(family: KeyFamily): Promise<World> {
  const made = await Promise.all(
    holders.map(async (holder) => [
      holder,
      remembering(await generateKey(family, seededRandom(`${family} ${holder}`))),
    ]),
  );
  return { family, keys: Object.fromEntries(made) as Record<Holder, SigningKey> };
}

/** Signs the same octets once, because most parts are the same in every artefact. */
function remembering(key: SigningKey): SigningKey {
  const signed = new Map<string, Uint8Array>();
  return {
    ...key,
    sign: (message) => {
      const known = Buffer.from(message).toString('base64');
      const signature = signed.get(known) ?? key.sign(message, seededRandom(known));
      signed.set(known, signature);
      return signature;
    },
  };
}
