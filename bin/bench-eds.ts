import { benchCrl } from './bench-eds-crl.ts';
import { benchGost } from './bench-eds-gost.ts';
import { benchHostile } from './bench-eds-hostile.ts';
import { benchPeers } from './bench-eds-peers.ts';
import { benchRoute } from './bench-eds-route.ts';
import { benchRsa } from './bench-eds-rsa.ts';
import { readCommand } from './command.ts';
import './end-with-pipe.ts';

/**
 * Prints ratios rather than times: everything compared runs in this process, in turns, and the best round counts.
 * `--hostile`: what the most expensive bodies cost that anybody may send, in this process, or with `--route` as a
 * running platform answers them. `--peers`: the same check by other verifiers, some in processes of their own.
 */
const { values } = readCommand(
  `npm run bench:eds -- [--peers | --hostile [--route]]
What checks of signatures cost, in ratios; --hostile: the most expensive bodies that anybody may send, --route: over HTTP.
--peers: beside EU DSS, pyHanko, pkijs and OpenSSL; Maven and pip fetch the first two once.`,
  { options: { peers: { type: 'boolean' }, hostile: { type: 'boolean' }, route: { type: 'boolean' } } },
);
const benches = {
  ...{ route: [benchRoute], hostile: [benchHostile], peers: [benchPeers] },
  own: [benchRsa, benchGost, benchCrl],
};
const wanted = benches[(['route', 'hostile', 'peers'] as const).find((name) => values[name] === true) ?? 'own'];
for (const bench of wanted) {
  for (const line of await bench()) process.stdout.write(`${line}\n`);
}
