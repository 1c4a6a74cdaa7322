import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openExample } from '../../lib/local/cards/example-signatures.ts';

const entry = join(import.meta.dirname, '../../bin/eds.ts');
const now = new Date('2026-11-30T09:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'eds-card-'));
const file = (...parts: string[]) => join(folder, ...parts);
const card = (...args: readonly string[]) => {
  const base = ['--anchors', file('anchors'), '--profile', 'demo', '--at', '2026-12-01'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, 'card', ...args, ...base], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('eds card', () => {
  beforeAll(async () => {
    const example = await openExample('rsa', now);
    const octets = Buffer.from('Справка (демо)');
    mkdirSync(file('anchors'));
    writeFileSync(file('anchors', 'root.cer'), example.authority.root.certificate);
    writeFileSync(file('Справка.pdf'), octets);
    writeFileSync(file('1.p7s'), await example.sign(octets));
    writeFileSync(file('other.p7s'), await example.sign(Buffer.from('other')));
    writeFileSync(file('plain.p7s'), await example.signPlain(octets));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a card of a document and its signatures, and checks it', () => {
    const out = ['--out', file('card.pdf'), '--language', 'kk'];
    expect(card('--make', file('Справка.pdf'), file('1.p7s'), ...out)).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout } = card(file('card.pdf'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'passed',
      document: { name: 'Справка.pdf', size: 25 },
      signatures: [{ name: '1.p7s', verdict: 'passed', problems: [] }],
    });
  });

  it.each([
    ['other.p7s', 'would not pass its check'],
    ['plain.p7s', 'has no timestamp'],
  ])('writes no card with %s', (name, why) => {
    const out = file(`${name}.pdf`);
    const { status, stderr } = card(
      '--make',
      file('Справка.pdf'),
      file('1.p7s'),
      file(name),
      '--out',
      out,
      '--language',
      'ru',
    );
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(existsSync(out)).toBe(false);
  });

  it('says in words why a card cannot be trusted', () => {
    writeFileSync(file('half.pdf'), readFileSync(file('card.pdf')).subarray(0, 1000));
    expect(card(file('half.pdf'), '--language', 'ru')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Файл повреждён'),
    });
  });

  it.each([[[]], [['a', 'b']], [['--make', 'a']], [['--make', 'a', 'b', '--out', 'c']], [['--sideways']]])(
    'refuses the arguments %j with its usage',
    (args) => {
      expect(card(...args)).toMatchObject({ status: 64, stderr: expect.stringContaining('npm run -s eds -- card') });
    },
  );
});
