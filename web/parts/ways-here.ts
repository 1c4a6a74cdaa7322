import { toBase64 } from '../kit.ts';
import type { Ask } from '../signing/environment.ts';
import type { Way } from '../signing/way.ts';

/** The ways to sign in this browser. web/signing has more of them, once lib/eds runs in one. */
export const waysHere = (_: string, ask: Ask): readonly Way[] => [
  {
    id: 'elsewhere',
    title: { kk: 'Басқа жерде қол қою', ru: 'Подписать в другом месте' },
    hint: { kk: 'Мәтінді алып, .p7s немесе .cms әкелу', ru: 'Скачать текст и принести .p7s или .cms' },
    sign: async (content) => {
      const brought = await ask.cms(content);
      return brought ? { cms: toBase64(brought), owner: '' } : { problem: 'stopped' };
    },
  },
];
