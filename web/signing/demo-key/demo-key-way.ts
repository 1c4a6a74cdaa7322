import { fromBase64 } from '../../../lib/eds/bytes.ts';
import type { DemoKey } from '../../../lib/signing/demo-key.ts';
import type { Environment } from '../environment.ts';
import { isSigningProblem } from '../problem.ts';
import { signOne } from '../sign-one.ts';
import type { Way, Who } from '../way.ts';

/**
 * Only on the local platform: signs in the page with the key file of a demo person, using the code of the key file way.
 * A bundle for deployment does not contain it (`DEMO`, lib/stack/bundle-pages.ts), and no deployment has such a key.
 */
export function demoKeyWay(
  { isSecure, now, tools }: Pick<Environment, 'isSecure' | 'now' | 'tools'>,
  fetchKey: (who: Who) => Promise<DemoKey | undefined>,
): Way {
  const signAll: Way['signAll'] = async (contents, who, _, made) => {
    if (!isSecure) return { problem: 'old-browser' };
    const demo = await fetchKey(who);
    if (demo === undefined) return { problem: 'other-person' };
    const { openKey, signEach } = await tools();
    const at = now();
    const key = await openKey(fromBase64(demo.file), demo.password, who, at);
    return isSigningProblem(key) ? key : signEach(contents, key.signer, who, at, made);
  };
  return {
    id: 'demo-key',
    title: { kk: 'ДЕМО: ойдан алынған кілт', ru: 'ДЕМО: вымышленный ключ' },
    hint: { kk: 'Заңдық күші жоқ, тек көрсету үшін', ru: 'Без юридической силы, только для показа' },
    signAll,
    sign: signOne(signAll),
  };
}
