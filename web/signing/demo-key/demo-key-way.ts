import { fromBase64 } from '../../../lib/eds/bytes.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { checkCms } from '../check-cms.ts';
import type { Environment } from '../environment.ts';
import { openKey } from '../key-file/open-key.ts';
import { isSigningProblem } from '../problem.ts';
import type { Way, Who } from '../way.ts';

/** A demo person's key file and its password, as the local platform gives them. */
export interface DemoKey {
  readonly file: string;
  readonly password: string;
}

/**
 * On the local platform alone: signs in the page, by the code of the key file, with the key file of a demo person. A
 * bundle for deployment does not contain it (`DEMO`, lib/stack/bundle-pages.ts), and no deployment has such a key.
 */
export const demoKeyWay = (
  environment: Pick<Environment, 'now'>,
  fetchKey: (who: Who) => Promise<DemoKey | undefined>,
): Way => ({
  id: 'demo-key',
  title: { kk: 'ДЕМО: ойдан алынған кілт', ru: 'ДЕМО: вымышленный ключ' },
  hint: { kk: 'Заңдық күші жоқ, тек көрсету үшін', ru: 'Без юридической силы, только для показа' },
  sign: async (content, who) => {
    const demo = await fetchKey(who);
    if (demo === undefined) return { problem: 'other-person' };
    const at = environment.now();
    const key = await openKey(fromBase64(demo.file), demo.password, who, at);
    if (isSigningProblem(key)) return key;
    return checkCms(await signDetached(content, key.signer, at), content, who, at);
  },
});
