import type { Environment } from '../environment.ts';
import type { Way } from '../way.ts';

/** With a .p12 of the national authority, in the page: neither the file nor its password leaves this device. */
export const keyFileWay = ({ isSecure, ask, now, tools }: Environment): Way => ({
  id: 'key-file',
  title: { kk: 'Кілт файлы (.p12)', ru: 'Файл ключа (.p12)' },
  hint: {
    kk: 'Файл мен құпия сөз осы құрылғыдан шықпайды',
    ru: 'Файл и пароль не покидают это устройство',
  },
  sign: async (content, who) => {
    if (!isSecure) return { problem: 'old-browser' };
    const key = await ask.key(who);
    if (key === undefined) return { problem: 'stopped' };
    const { checkCms, signDetached } = await tools();
    const at = now();
    return checkCms(await signDetached(content, key.signer, at), content, who, at);
  },
});
