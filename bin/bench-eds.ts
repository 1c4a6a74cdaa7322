import { parseArgs } from 'node:util';
import { benchCrl } from './bench-eds-crl.ts';
import { benchGost } from './bench-eds-gost.ts';
import { benchHostile } from './bench-eds-hostile.ts';
import { benchRsa } from './bench-eds-rsa.ts';
import './end-with-pipe.ts';

/**
 * Prints ratios rather than times: everything compared runs in this process, in turns, the best round counts. `--hostile`: what the dearest bodies
 * cost that anybody may send.
 */
const { values } = parseArgs({ options: { hostile: { type: 'boolean' } } });
for (const bench of values.hostile === true ? [benchHostile] : [benchRsa, benchGost, benchCrl]) {
  for (const line of await bench()) process.stdout.write(`${line}\n`);
}
