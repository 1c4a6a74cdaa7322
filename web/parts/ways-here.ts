import { toBase64 } from '../kit.ts';
import type { Ask } from '../signing/environment.ts';
import type { Way } from '../signing/way.ts';

/** TODO */
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
