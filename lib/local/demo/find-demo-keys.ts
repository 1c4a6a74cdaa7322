import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoKeysAt, type DemoKey, type DemoKeyHolder } from '../../signing/demo-key.ts';
import type { DemoPerson } from './people-file.ts';

const nameOf = (file: string): string => file.split('/').at(-1)!;

/**
 * What is at an address below `demoKeysAt`: the list of demo people, or one of their key files. Only the names of their
 * own files lead to a file, so no path leads out of the folder.
 */
export function findDemoKeys(
  dir: string,
  people: readonly DemoPerson[],
  path: string,
): readonly DemoKeyHolder[] | DemoKey | undefined {
  if (path === demoKeysAt) return people.map(holderOf);
  for (const { keyFile, authKeyFile, gostKeyFile, keyPassword: password } of people)
    for (const file of [keyFile, authKeyFile, gostKeyFile])
      if (path === `${demoKeysAt}/${nameOf(file)}`) return { file: readFileSync(join(dir, file), 'base64'), password };
  return undefined;
}

function holderOf({ name, iin, organisation, revoked, keyFile, authKeyFile, gostKeyFile }: DemoPerson): DemoKeyHolder {
  const rsa = (file: string) => ({ family: 'RSA', file: nameOf(file) }) as const;
  const gost = { family: 'GOST', file: nameOf(gostKeyFile) } as const;
  const company = organisation && { company: organisation.name };
  return {
    name,
    iin,
    ...company,
    revoked,
    keys: { signature: [rsa(keyFile), gost], authentication: [rsa(authKeyFile), gost] },
  };
}
