import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readEvidence, writeEvidence, writeReport } from '../lib/eds/evidence-file.ts';
import { collectEvidence } from '../lib/eds/evidence.ts';
import { findProfile } from '../lib/eds/profiles/find-profile.ts';
import { anchorPurposes } from '../lib/eds/profiles/pinned-anchor.ts';
import type { Verdict } from '../lib/eds/report.ts';
import { describeReport } from '../lib/eds/report-text.ts';
import { languages } from '../lib/eds/texts.ts';
import { verifyEds, type EdsInput } from '../lib/eds/verify.ts';
import { readDerFile, readDirectory, readOctets } from './eds-files.ts';
import { UsageError } from './eds-usage.ts';

const options = {
  cms: { type: 'string' },
  content: { type: 'string' },
  anchors: { type: 'string', multiple: true },
  certificates: { type: 'string' },
  crls: { type: 'string' },
  ocsp: { type: 'string', multiple: true },
  at: { type: 'string' },
  profile: { type: 'string' },
  iin: { type: 'string' },
  bin: { type: 'string' },
  role: { type: 'string' },
  purpose: { type: 'string' },
  language: { type: 'string' },
  keep: { type: 'string' },
  evidence: { type: 'string' },
  json: { type: 'boolean' },
  tsp: { type: 'string', multiple: true },
  responder: { type: 'string', multiple: true },
  out: { type: 'string' },
  archive: { type: 'boolean' },
  host: { type: 'string' },
  port: { type: 'string' },
} as const;

const flags = z.strictObject({
  cms: z.string().exactOptional(),
  content: z.string().exactOptional(),
  anchors: z.array(z.string()).default([]),
  certificates: z.string().exactOptional(),
  crls: z.string().exactOptional(),
  ocsp: z.array(z.string()).default([]),
  at: z.coerce.date().exactOptional(),
  profile: z.string().default('kz-nca'),
  iin: z
    .string()
    .regex(/^\d{12}$/u)
    .exactOptional(),
  bin: z
    .string()
    .regex(/^\d{12}$/u)
    .exactOptional(),
  role: z
    .enum(['individual', 'organisation', 'first-head', 'right-to-sign', 'financial', 'personnel', 'employee'])
    .exactOptional(),
  purpose: z.enum(['signature', 'authentication']).exactOptional(),
  language: z.enum(languages).default('en'),
  keep: z.string().exactOptional(),
  evidence: z.string().exactOptional(),
  json: z.boolean().default(false),
  tsp: z.array(z.url()).default([]),
  responder: z.array(z.url()).default([]),
  out: z.string().exactOptional(),
  archive: z.boolean().default(false),
  host: z.string().min(1).exactOptional(),
  port: z.coerce.number().int().min(0).max(65_535).exactOptional(),
});
type Flags = z.infer<typeof flags>;

export const exitCodes = { passed: 0, failed: 1, indeterminate: 2 } as const satisfies Record<Verdict, number>;

/** `eds verify`: prints the report and returns the exit code of its verdict. */
export function verifyCommand(args: readonly string[]): number {
  const given = readFlags(args);
  const input = given.evidence === undefined ? readInput(given) : replay(given.evidence);
  const report = verifyEds(input);
  if (given.keep !== undefined) writeFileSync(given.keep, writeEvidence(collectEvidence(input)));
  process.stdout.write(given.json ? writeReport(report) : describeReport(report, given.language));
  return exitCodes[report.verdict];
}

export function readFlags(args: readonly string[]): Flags {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unreadable options', { cause: error });
  }
  const { values, positionals } = parsed;
  if (positionals.length > 0 && values.ocsp === undefined) throw new UsageError(`what is ${positionals[0]}?`);
  // `--ocsp a b c`: the files after the first one belong to the option, too.
  const read = flags.safeParse({ ...values, ...(values.ocsp && { ocsp: [...values.ocsp, ...positionals] }) });
  if (!read.success)
    throw new UsageError(`--${String(read.error.issues[0]?.path[0])}: ${read.error.issues[0]?.message}`);
  return read.data;
}

/** What is trusted, and when. */
export function readTrust(given: Pick<Flags, 'anchors' | 'profile' | 'certificates' | 'crls' | 'at'>) {
  const anchors = given.anchors.flatMap(readAnchors);
  const profile = findProfile(
    given.profile,
    anchors.map(({ pinned }) => pinned),
  );
  if (profile === undefined) throw new UsageError(`no profile ${given.profile}`);
  return {
    at: given.at ?? new Date(),
    profile,
    certificates: [...anchors.map(({ der }) => der), ...readDirectory(given.certificates)],
    crls: readDirectory(given.crls),
  };
}

export function readInput(given: Flags): EdsInput {
  if (given.cms === undefined) throw new UsageError('--cms FILE is needed');
  const { iin, bin, role, purpose } = given;
  return {
    cms: readDerFile(given.cms),
    ...(given.content !== undefined && { content: readOctets(given.content) }),
    ...readTrust(given),
    ocsps: given.ocsp.map(readDerFile),
    expected: { ...(iin && { iin }), ...(bin && { bin }), ...(role && { role }), ...(purpose && { purpose }) },
  };
}

/** `DIR` or `DIR=PURPOSE+…`: a directory on the command line is pinned for everything, unless purposes are named. */
function readAnchors(given: string): { der: Uint8Array; pinned: string }[] {
  const [, directory = given, purposes = anchorPurposes.join('+')] = /^(.+)=([a-z+]+)$/u.exec(given) ?? [];
  const named = purposes.split('+').filter((name) => !anchorPurposes.some((purpose) => purpose === name));
  if (named.length > 0)
    throw new UsageError(`--anchors: no purpose ${named[0]}; there are ${anchorPurposes.join(', ')}`);
  return readDirectory(directory).map((der) => ({
    der,
    pinned: `${createHash('sha256').update(der).digest('hex')}=${purposes}`,
  }));
}

function replay(path: string): EdsInput {
  try {
    return readEvidence(Buffer.from(readOctets(path)).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} holds no evidence`, { cause: error });
  }
}
