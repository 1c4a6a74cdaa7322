import type { Environment } from '../environment.ts';
import { signOne } from '../sign-one.ts';
import type { Way } from '../way.ts';

/** With a .p12 of the national authority, in the page: neither the file nor its password leaves this device. */
export function keyFileWay({ isSecure, ask, now, tools }: Environment): Way {
  const signAll: Way['signAll'] = async (contents, who, _, made) => {
    if (!isSecure) return { problem: 'old-browser' };
    const key = await ask.key(who);
    if (key === undefined) return { problem: 'stopped' };
    return (await tools()).signEach(contents, key.signer, who, now(), made);
  };
  return {
    id: 'key-file',
    title: { kk: 'Кілт файлы (.p12)', ru: 'Файл ключа (.p12)' },
    hint: {
      kk: 'Файл мен құпия сөз осы құрылғыдан шықпайды',
      ru: 'Файл и пароль не покидают это устройство',
    },
    signAll,
    sign: signOne(signAll),
  };
}
