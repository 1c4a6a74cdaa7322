import { checkCms, mostCmsOctets } from '../check-cms.ts';
import type { Environment } from '../environment.ts';
import { readCms } from '../read-cms.ts';
import type { Way } from '../way.ts';

/** Wherever the key lives: take the bytes there, bring the signature. */
export const elsewhereWay = ({ ask, now }: Environment): Way => ({
  id: 'elsewhere',
  title: { kk: 'Басқа жерде қол қою', ru: 'Подписать в другом месте' },
  hint: {
    kk: 'Мәтінді алып, .p7s немесе .cms әкелу',
    ru: 'Скачать текст и принести .p7s или .cms',
  },
  sign: async (content, who) => {
    const brought = await ask.cms(content);
    if (brought === undefined) return { problem: 'stopped' };
    // PEM and base64 are a third longer, and lines end.
    if (brought.length > 1.5 * mostCmsOctets) return { problem: 'too-large' };
    const cms = readCms(brought);
    return cms === undefined ? { problem: 'not-cms' } : checkCms(cms, content, who, now());
  },
});
