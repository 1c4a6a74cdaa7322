import { openEdsCheck } from '../../lib/adapters/trust/check-eds.ts';
import { edsSettings, makeAuthority } from '../lib/adapters/trust/authority.ts';

/** The test's own authority, the real check that trusts it, and a documents bucket in memory. */
export async function memoryEds() {
  const authority = await makeAuthority();
  const { root, nca } = authority;
  const [files, refusals] = [new Map<string, Uint8Array | string>(), new Map<string, Uint8Array | string>()];
  const writeTo = (bucket: typeof files) => ({
    write: async (key: string, bytes: Uint8Array | string) => void bucket.set(key, bytes) as never,
  });
  const named = (of: readonly (readonly [string, Uint8Array])[]) => new Map(of);
  const readAll = async (folder: string) => {
    const [rootList, ncaList] = authority.crls();
    return folder === 'crls/'
      ? named([
          ['root', rootList],
          ['nca', ncaList],
        ])
      : named([
          ['root', root.certificate],
          ['nca', nca.certificate],
        ]);
  };
  return {
    ...{ authority, files, refusals },
    checkEds: openEdsCheck(edsSettings(authority.anchor), { readAll }),
    documents: writeTo(files),
    refused: writeTo(refusals),
  };
}
