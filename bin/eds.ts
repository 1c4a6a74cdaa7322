import { answerRawLine } from '../lib/eds/algorithms/answer-raw-line.ts';
import { answerPathLine } from '../lib/eds/path/answer-path-line.ts';
import { cardCommand } from './eds-card.ts';
import { extendCommand } from './eds-extend.ts';
import { inspectCommand } from './eds-inspect.ts';
import { answerLines } from './eds-lines.ts';
import { serveCommand } from './eds-serve.ts';
import { usage, UsageError } from './eds-usage.ts';
import { verifyCommand } from './eds-verify.ts';
import './end-with-pipe.ts';

const [command, ...rest] = process.argv.slice(2);

/** Exit codes: 0 passed, 1 failed, 2 indeterminate, 64 usage (sysexits.h EX_USAGE). */
async function run(): Promise<number> {
  switch (command) {
    case 'verify':
      return verifyCommand(rest);
    case 'extend':
      return extendCommand(rest);
    case 'card':
      return await cardCommand(rest);
    case 'serve':
      return await serveCommand(rest);
    case 'inspect':
      return inspectCommand(rest);
    case 'path':
      return answerLines(answerPathLine);
    case 'raw':
      return answerLines(answerRawLine);
    case 'help':
    case '--help':
      process.stdout.write(usage);
      return 0;
    default:
      throw new UsageError(command === undefined ? 'which command?' : `no command ${command}`);
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`eds: ${error.message}\n\n${usage}`);
  process.exitCode = 64;
}
