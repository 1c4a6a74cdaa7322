import { benchCrl } from './bench-eds-crl.ts';
import { benchGost } from './bench-eds-gost.ts';
import { benchRsa } from './bench-eds-rsa.ts';
import './end-with-pipe.ts';

/** Prints ratios rather than times: everything compared runs in this process, in turns, the best round counts. */
for (const bench of [benchRsa, benchGost, benchCrl]) {
  for (const line of await bench()) process.stdout.write(`${line}\n`);
}
