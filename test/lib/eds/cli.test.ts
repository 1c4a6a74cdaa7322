import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EdsInput } from '../../../lib/eds/verify.ts';
import { answerRawLine } from '../../../lib/eds/algorithms/answer-raw-line.ts';
import { archived, stamped } from '../../mint/additions.ts';
import { makeBlueprint } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld } from '../../mint/world.ts';

const entry = join(import.meta.dirname, '../../../bin/eds.ts');
const eds = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eds-'));
  const file = (...parts: string[]): string => join(folder, ...parts);
  let input: EdsInput;
  let base: string[];

  beforeAll(async () => {
    input = mint(makeBlueprint(await makeWorld('ecdsa')));
    for (const name of ['anchors', 'certificates', 'crls']) mkdirSync(file(name));
    const pinned = new Set(input.profile.anchors.map(({ fingerprint }) => fingerprint));
    input.certificates.forEach((der, index) => {
      const anchor = pinned.has(createHash('sha256').update(der).digest('hex'));
      writeFileSync(file(anchor ? 'anchors' : 'certificates', `${index}.cer`), der);
    });
    input.crls.forEach((der, index) => writeFileSync(file('crls', `${index}.crl`), der));
    writeFileSync(file('signature.cms'), input.cms);
    writeFileSync(file('signature.txt'), Buffer.from(input.cms).toString('base64'));
    base = [
      ...['verify', '--anchors', file('anchors'), '--certificates', file('certificates'), '--crls', file('crls')],
      ...['--at', input.at.toISOString(), '--profile', 'demo'],
    ];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('exits with 0 for passed, 1 for failed, 2 for indeterminate', () => {
    const passed = eds([...base, '--cms', file('signature.cms'), '--json']);
    expect(JSON.parse(passed.stdout)).toMatchObject({ verdict: 'passed', profile: 'demo' });
    expect(passed.status).toBe(0);
    expect(eds([...base, '--cms', file('signature.txt'), '--language', 'kk']).stdout).toContain('Қолтаңба жарамды.');
    expect(eds([...base, '--cms', file('signature.cms'), '--iin', '000000000000']).status).toBe(1);
    const pinnedFor = (purposes: string) =>
      eds([...base, '--cms', file('signature.cms'), '--json'].with(2, `${file('anchors')}=${purposes}`));
    expect(pinnedFor('persons+timestamps').status).toBe(0);
    expect(pinnedFor('timestamps')).toMatchObject({ status: 1, stdout: expect.stringContaining('anchor-purpose') });
    mkdirSync(file('none'));
    expect(eds([...base, '--cms', file('signature.cms'), '--crls', file('none')]).status).toBe(2);
  });

  it('stores evidence that gives the same report again', () => {
    const first = eds([...base, '--cms', file('signature.cms'), '--json', '--keep', file('evidence.json')]);
    const second = eds(['verify', '--evidence', file('evidence.json'), '--json']);
    expect(second).toEqual(first);
  });

  it('says of what a timestamp is, and what an archive timestamp covers', async () => {
    const blueprint = makeBlueprint(await makeWorld('ecdsa'));
    stamped(blueprint);
    archived(blueprint);
    writeFileSync(file('archived.cms'), mint(blueprint).cms);
    const { stdout } = eds(['inspect', file('archived.cms')]);
    expect(stdout).toContain('    timestamp: 2026-03-01T11:59:00.000Z\n');
    expect(stdout).toContain(
      '    archive timestamp: 2026-03-01T11:59:00.000Z, covers 1 certificates, 0 lists and answers, 1 attributes\n',
    );
  });

  it.each([
    [],
    ['sign'],
    ['verify'],
    ['verify', '--cms', '/nowhere'],
    ['verify', '--cms', entry, '--at', 'yesterday'],
    ['verify', '--cms', entry, '--profile', 'own'],
    ['verify', '--cms', entry, '--colour', 'red'],
    ['verify', '--cms', entry, 'surplus'],
    ['verify', '--cms', entry, '--anchors', 'none=people'],
    ['verify', '--evidence', entry],
    ['inspect'],
    ['extend', '--archive', '--cms', entry],
  ])('prints its usage and exits with 64: %j', (...args: string[]) => {
    const { status, stdout, stderr } = eds(args);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).toContain('npm run -s eds');
  });

  it('says what a file is', () => {
    expect(eds(['inspect', file('signature.cms')]).stdout).toMatch(/^Signature \(CMS SignedData, version 1\)/u);
    expect(eds(['inspect', file('crls', '0.crl')]).stdout).toMatch(/^Revocation list/u);
    expect(eds(['inspect', entry]).status).toBe(1);
  });

  it('answers each line with a line, whatever it contains', () => {
    const lines = ['{}', 'not json', '', '[1]', '{"algorithm":"ECDSA-SHA-256","spki":"","message":"","signature":""}'];
    for (const command of ['raw', 'path']) {
      const answers = eds([command], `${lines.join('\n')}\n`)
        .stdout.trimEnd()
        .split('\n');
      expect(answers).toHaveLength(lines.length);
      for (const answer of answers)
        expect(JSON.parse(answer)).toMatchObject({ valid: false, code: expect.any(String) });
    }
    expect(answerRawLine({})).toEqual({ valid: false, code: 'input-malformed' });
  });
});
