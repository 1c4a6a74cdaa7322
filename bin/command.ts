import { basename } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

// What all commands share: `--help` prints the usage; an error is one line and an exit code, 64 if the command line
// itself is wrong (EX_USAGE of sysexits.h). `DEBUG=1` shows where an unexpected error came from.

const name = basename(process.argv[1] ?? '', '.ts');

process.on('uncaughtException', (error: Error) => {
  fail(process.env['DEBUG'] ? (error.stack ?? error.message) : (error.message.split('\n')[0] ?? ''));
});

export function fail(message: string, code = 1): never {
  process.stderr.write(`${name}: ${message}\n`);
  process.exit(code);
}

export function misuse(message: string): never {
  fail(`${message} (--help says how)`, 64);
}

/** The parsed command line. Ends the process if it asks for help or is wrong. */
export function readCommand<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.slice(2).some((each) => each === '--help' || each === '-h')) {
    process.stdout.write(`${usage.trim()}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    misuse((error as Error).message);
  }
}

/** A whole number from an option, at least `least`. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value))
    misuse(`${option} is a whole number from ${least} up, not ${text}`);
  return value;
}
