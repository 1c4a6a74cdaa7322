import { elsewhereWay } from './elsewhere/elsewhere-way.ts';
import type { Environment } from './environment.ts';
import { keyFileWay } from './key-file/key-file-way.ts';
import { ncalayerWay } from './ncalayer/ncalayer-way.ts';
import type { Way } from './way.ts';

/** The ways to sign here, the most likely first: NCALayer is a program for computers. */
export function listWays(environment: Environment): readonly Way[] {
  const [ncalayer, keyFile, elsewhere] = [ncalayerWay(environment), keyFileWay(environment), elsewhereWay(environment)];
  return environment.isPhone ? [keyFile, elsewhere, ncalayer] : [ncalayer, keyFile, elsewhere];
}
