import { writeFileSync } from 'node:fs';
import { extendCms } from '../lib/adapters/trust/extend-cms.ts';
import { openTimestamps } from '../lib/adapters/trust/fetch-timestamp.ts';
import { openOcsp } from '../lib/adapters/trust/fetch-ocsp.ts';
import { renewCms } from '../lib/adapters/trust/renew-cms.ts';
import { describeReport } from '../lib/eds/report-text.ts';
import { verifyEds } from '../lib/eds/verify.ts';
import { exitCodes, readFlags, readInput } from './eds-verify.ts';
import { UsageError } from './eds-usage.ts';

/** `eds extend`: writes the extended CMS, or says what it lacks; the exit code is that of the verification that decided. */
export async function extendCommand(args: readonly string[]): Promise<number> {
  const given = readFlags(args);
  const { out, tsp, responder, archive, language } = given;
  if (out === undefined || tsp.length === 0) throw new UsageError('--out FILE and --tsp URL are needed');
  const input = readInput(given);
  const before = verifyEds(input);
  if (before.verdict !== 'passed') {
    process.stdout.write(describeReport(before, language));
    return exitCodes[before.verdict];
  }
  const clock = () => new Date();
  const needs = { askTimestamp: openTimestamps(tsp, { clock }), askOcsp: openOcsp(responder), clock };
  const extended = archive ? await renewCms(input, needs) : await extendCms(input, needs);
  if ('cms' in extended) {
    if ('longer' in extended && !extended.longer)
      process.stderr.write('eds: the new timestamp proves nothing for longer than those that are there\n');
    writeFileSync(out, extended.cms);
    process.stdout.write(describeReport(extended.report, language));
    return exitCodes.passed;
  }
  if (extended.lacks !== 'proof') {
    process.stderr.write(`eds: no ${extended.lacks} from ${tsp.join(', ')}; nothing was written\n`);
    return exitCodes.indeterminate;
  }
  process.stdout.write(describeReport(extended.report, language));
  process.stderr.write('eds: with all that was found it does not pass with the anchors alone; nothing was written\n');
  return exitCodes[extended.report.verdict];
}
