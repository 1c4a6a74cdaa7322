import { readCommand } from '../../bin/command.ts';
import '../../bin/end-with-pipe.ts';
import { keyFamilies } from '../../lib/signing/signing-key.ts';
import { compare } from './compare.ts';
import { mintAll } from './mint.ts';
import { ours } from './ours.ts';
import { isPkitsThere, readPkits } from './pkits.ts';

const { values } = readCommand(
  `npm run conformance -- [--compare]
Runs NIST's PKITS and the mint of spoilt signatures through lib/eds, and prints how many came out as they should. Exits with 1 unless all did.
--compare: also OpenSSL and pkijs on the same inputs, in a table; that takes a minute, and their mistakes change no exit code.`,
  { options: { compare: { type: 'boolean' } } },
);

let wrong = 0;
function tell(suite: string, results: readonly { readonly name: string; readonly right: boolean }[]): void {
  const failed = results.filter(({ right }) => !right);
  wrong += failed.length;
  process.stdout.write(`${suite.padEnd(18)} ${results.length - failed.length} passed, ${failed.length} failed\n`);
  for (const { name } of failed) process.stdout.write(`  ${name}\n`);
}

if (isPkitsThere) {
  const answers = readPkits().map(async (given) => ({
    name: `${given.number} ${given.title}`,
    right: (await ours.acceptsPath(given)) === given.valid,
  }));
  tell('PKITS', await Promise.all(answers));
} else process.stdout.write('PKITS              skipped: ../shared/pkits is not there\n');
for (const family of keyFamilies)
  tell(
    `mint, ${family}`,
    (await mintAll(family)).map(({ name, asIntended }) => ({ name, right: asIntended() })),
  );
if (values.compare === true) for (const line of await compare()) process.stdout.write(`${line}\n`);
process.exitCode = wrong > 0 ? 1 : 0;
