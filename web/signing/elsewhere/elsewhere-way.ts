import type { Environment } from '../environment.ts';
import type { Way } from '../way.ts';

/** Wherever the key lives: take the bytes there, bring the signature. */
export const elsewhereWay = ({ ask, now, tools }: Environment): Way => ({
  id: 'elsewhere',
  title: { kk: 'Басқа жерде қол қою', ru: 'Подписать в другом месте' },
  hint: {
    kk: 'Мәтінді алып, .p7s немесе .cms әкелу',
    ru: 'Скачать текст и принести .p7s или .cms',
  },
  sign: async (content, who) => {
    const brought = await ask.cms(content);
    if (brought === undefined) return { problem: 'stopped' };
    const { checkCms } = await tools();
    return checkCms(brought, content, who, now());
  },
});
