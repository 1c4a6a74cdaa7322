import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { checkCard } from '../lib/card/check-card.ts';
import type { CardReport } from '../lib/card/report.ts';
import { describeCard } from '../lib/card/describe-card.ts';
import { sha256Hex } from '../lib/domain/digest/sha256.ts';
import { attempt } from '../lib/eds/attempt.ts';
import { parseSignedData } from '../lib/eds/cms/signed-data.ts';
import { languages } from '../lib/eds/texts.ts';
import { readDerFile, readOctets } from './eds-files.ts';
import { UsageError } from './eds-usage.ts';
import { exitCodes, readTrust } from './eds-verify.ts';

const options = {
  make: { type: 'boolean' },
  out: { type: 'string' },
  anchors: { type: 'string', multiple: true },
  certificates: { type: 'string' },
  crls: { type: 'string' },
  at: { type: 'string' },
  profile: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  pages: { type: 'string' },
} as const;

const flags = z.strictObject({
  make: z.boolean().default(false),
  out: z.string().exactOptional(),
  anchors: z.array(z.string()).default([]),
  certificates: z.string().exactOptional(),
  crls: z.string().exactOptional(),
  at: z.coerce.date().exactOptional(),
  profile: z.string().default('kz-nca'),
  language: z.enum(languages).default('en'),
  json: z.boolean().default(false),
  pages: z.enum(['all', 'information']).default('all'),
});
type Flags = z.infer<typeof flags>;

/** `eds card`: checks a card of an electronic document, or makes one; the exit code is that of the check. */
export async function cardCommand(args: readonly string[]): Promise<number> {
  const { given, files } = readCommand(args);
  const [first, ...others] = files;
  if (first === undefined) throw new UsageError('card takes a FILE');
  if (given.make) return make(first, others, given);
  if (others.length > 0) throw new UsageError(`what is ${others[0]}?`);
  return tell(await checkCard({ pdf: readOctets(first), ...readTrust(given) }, async () => {}), given);
}

function readCommand(args: readonly string[]): { readonly given: Flags; readonly files: readonly string[] } {
  const parsed = attemptParse(args);
  const read = flags.safeParse(parsed.values);
  if (!read.success)
    throw new UsageError(`--${String(read.error.issues[0]?.path[0])}: ${read.error.issues[0]?.message}`);
  return { given: read.data, files: parsed.positionals };
}

function attemptParse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unreadable options', { cause: error });
  }
}

async function make(path: string, paths: readonly string[], given: Flags): Promise<number> {
  const { out, language, pages } = given;
  if (out === undefined || paths.length === 0) throw new UsageError('--make takes DOCUMENT SIGNATURE… and --out FILE');
  if (language === 'en') throw new UsageError('--language ru or kk is needed: a card has pages in one of them');
  const trust = readTrust(given);
  const signatures = paths.map((each) => ({ fileName: basename(each), cms: readDerFile(each) }));
  const wrong = signatures.find(({ cms }) => attempt(() => parseSignedData(cms)) === undefined);
  if (wrong) throw new UsageError(`${wrong.fileName} is no signature`);
  const fileName = basename(path);
  // The other commands need no fonts.
  const { makeCard } = await import('../lib/adapters/pdf/card/make-card.ts');
  const made = await makeCard(
    {
      ...{ language, pages, madeAt: trust.at, system: { name: 'e-akimat (npm run eds)' }, signatures },
      document: { title: fileName, fileName, octets: readOctets(path), type: typeOf(fileName) },
    },
    trust,
  );
  if (!made) {
    process.stderr.write(
      'eds: a signature has no timestamp or no certificate in it (see extend); nothing was written\n',
    );
    return exitCodes.failed;
  }
  if (made.report.verdict === 'passed') writeFileSync(out, made.pdf);
  else process.stderr.write('eds: the card would not pass its check; nothing was written\n');
  return tell(made.report, given);
}

const typeOf = (name: string) => (/\.pdf$/iu.test(name) ? 'application/pdf' : 'application/octet-stream');

function tell(report: CardReport, { json, language }: Flags): number {
  const { document, ...rest } = report;
  const listed = document && {
    name: document.name,
    size: document.octets.length,
    sha256: sha256Hex(document.octets),
  };
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...rest, ...(listed && { document: listed }) }, undefined, 2)}\n`
      : describeCard(report, language),
  );
  return exitCodes[report.verdict];
}
