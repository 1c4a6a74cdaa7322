import type { Environment } from '../environment.ts';
import type { Way } from '../way.ts';

/** For a key on another device or in another program: download the bytes, sign them there, upload the signature. */
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
