import { benchCrl } from './bench-eds-crl.ts';
import { benchGost } from './bench-eds-gost.ts';
import { benchHostile } from './bench-eds-hostile.ts';
import { benchRoute } from './bench-eds-route.ts';
import { benchRsa } from './bench-eds-rsa.ts';
import { readCommand } from './command.ts';
import './end-with-pipe.ts';

/**
 * Prints ratios rather than times: everything compared runs in this process, in turns, and the best round counts.
 * `--hostile`: what the most expensive bodies cost that anybody may send, in this process, or with `--route` as a
 * running platform answers them.
 */
const { values } = readCommand(
  `npm run bench:eds -- [--hostile [--route]]
What checks of signatures cost, in ratios; --hostile: the most expensive bodies that anybody may send, --route: over HTTP.`,
  { options: { hostile: { type: 'boolean' }, route: { type: 'boolean' } } },
);
const wanted =
  values.route === true ? [benchRoute] : values.hostile === true ? [benchHostile] : [benchRsa, benchGost, benchCrl];
for (const bench of wanted) {
  for (const line of await bench()) process.stdout.write(`${line}\n`);
}
