import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { units } from '../../lib/domain/regulation/words.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/catalogue.ts'), ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });

const Amount = z.strictObject({ value: z.number(), unit: z.enum(units) });
const Place = z.object({
  no: z.int(),
  name: z.string(),
  address: z.string(),
  phones: z.array(z.string()),
  email: z.string().optional(),
  hours: z.string().optional(),
});
/** What readers who compare transcriptions may rely on; there may be more. */
const Regulation = z.object({
  id: z.string(),
  region: z.string(),
  service: z.string(),
  decree: z.object({ number: z.string(), date: z.iso.date(), excluded: z.iso.date().optional() }),
  title: z.string(),
  electronic: z.boolean(),
  automation: z.string(),
  kind: z.string().nullable(),
  channels: z
    .array(
      z.object({
        channel: z.enum(['portal', 'con', 'mio', 'paper', 'akim']),
        steps: z.array(
          z.strictObject({
            item: z.int(),
            kind: z.enum(['process', 'condition', 'step']),
            number: z.int(),
            text: z.string(),
          }),
        ),
        actions: z.array(
          z.strictObject({
            no: z.int(),
            actor: z.string(),
            name: z.string(),
            completion: z.string(),
            term: z.strictObject({
              text: z.string(),
              min: Amount.optional(),
              max: Amount.optional(),
              extended: Amount.optional(),
            }),
            next: z.array(z.strictObject({ to: z.int(), if: z.string().optional() })),
            reading: z.string().optional(),
          }),
        ),
      }),
    )
    .min(1),
  fields: z.array(
    z.strictObject({ name: z.string(), required: z.boolean(), length: z.int().positive(), format: z.string() }),
  ),
  documents: z.array(z.strictObject({ channel: z.string().optional(), text: z.string() })),
  refusal: z.array(z.string()),
  questionnaire: z.array(z.strictObject({ question: z.string(), answers: z.array(z.string()) })),
  offices: z.array(Place),
  centres: z.array(Place),
  akims: z.array(Place),
  readings: z.array(z.object({ reading: z.string() })),
});

describe('npm run catalogue', () => {
  it('prints the fifteen regulations with their 38 channels in the agreed shape', () => {
    const { status, stdout } = catalogue();
    const printed = z.array(Regulation).parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(printed).toHaveLength(15);
    expect(printed.flatMap(({ channels }) => channels)).toHaveLength(38);
  });

  it('--check finds no defect here, and --cost prices every machine', () => {
    expect(catalogue('--check')).toMatchObject({ status: 0, stdout: '15 regulations, 38 channels: no defect\n' });
    const { stdout } = catalogue('--cost');
    expect(stdout.match(/│ '[a-z0-9-]+-(portal|con|mio|paper|akim)' +│ \d+ +│ \d+ +│ [\d.]+ +│/g)).toHaveLength(38);
  });
});

describe('npm run catalogue -- --check', () => {
  const spoilt = mkdtempSync(join(tmpdir(), 'e-akimat-catalogue-'));
  afterAll(() => rmSync(spoilt, { recursive: true }));
  const file = 'statemachines/regulations/south-kazakhstan/149-unemployed-certificate.yaml';
  const sound = readFileSync(join(root, file), 'utf8');

  it.each([
    [
      'a `next` that lands nowhere',
      "        next: '14'\n",
      "        next: '99'\n",
      'goes on to 99, which is not there',
    ],
    ['an unknown actor', 'actor: ИС ЦОН', 'actor: ИС ЦГО', 'unknown actor "ИС ЦГО"'],
    ['a term without a unit', 'term: Не более 10 минут\n', 'term: Не более 10\n', 'no amount with a unit'],
    ['a number that stands twice', '      - no: 5\n', '      - no: 4\n', 'expected row 5, found 4'],
  ])('stops at %s with file, line and reason', (_, from, to, reason) => {
    const at = sound.indexOf(from);
    expect(at).toBeGreaterThan(0);
    mkdirSync(join(spoilt, dirname(file)), { recursive: true });
    writeFileSync(join(spoilt, file), sound.slice(0, at) + to + sound.slice(at + from.length));
    const { status, stdout, stderr } = catalogue('--check', '--root', spoilt);
    const [complaint = '', line] = /^(.+?):(\d+): /.exec(stderr)?.slice(1) ?? [];
    expect({ status, stdout, complaint }).toEqual({ status: 1, stdout: '', complaint: file });
    expect(stderr).toContain(reason);
    const edited = sound.slice(0, at).split('\n').length;
    // The edited line itself, or the first line of the row that it is in.
    expect(edited - Number(line)).toBeGreaterThanOrEqual(0);
    expect(edited - Number(line)).toBeLessThan(8);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

it('ends silently when its reader closes the pipe', () => {
  const command = `"${process.execPath}" "${join(root, 'bin/catalogue.ts')}" | head -c 100`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect([stdout.length, stderr]).toEqual([100, '']);
});
