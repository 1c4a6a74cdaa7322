// Checks the PDFs that a platform gives out with veraPDF (`npm run check:pdf -- --help`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../lib/domain/digest/sha256.ts';
import { fail, readCommand } from './command.ts';
import { gather } from './pdf/gather.ts';
import { spawnServer } from './spawn-server.ts';

const { positionals } = readCommand(
  `npm run check:pdf [-- FILE.pdf …]
Checks that each file conforms to PDF/A-2a (ISO 19005-2), a card of an electronic document to PDF/A-3a (ISO 19005-3), and all to PDF/UA-1
(ISO 14289-1), by veraPDF. Without files it starts a platform of its own, plays every regulation and channel, and checks every document, receipt,
delivery, answer and card that they give out.
Files that are spoilt on purpose must fail. veraPDF comes through Maven, once; without Java or Maven it says so and exits 3.`,
  { allowPositionals: true, options: {} },
);
const root = join(import.meta.dirname, '..');

/** The one self-contained jar (GPL-3.0-or-later or MPL-2.0). */
const vera = {
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  jar: join(root, '.local/verapdf/greenfield-apps-1.28.2.jar'),
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};

function call(program: string, args: readonly string[], missing: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) fail(`${program} is not on PATH: ${missing}`, 3);
  // veraPDF exits with 1 when a file does not conform.
  if (status !== 0 && (status !== 1 || program !== 'java')) fail(`${program}: ${stdout}${stderr}`.trim(), 3);
  return stdout;
}

if (!existsSync(vera.jar))
  call(
    'mvn',
    [
      ...['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy'],
      ...[`-Dartifact=${vera.artifact}`, `-DoutputDirectory=${join(vera.jar, '..')}`],
    ],
    `Maven gets ${vera.artifact}`,
  );
if (sha256Hex(readFileSync(vera.jar)) !== vera.sha256) fail(`${vera.jar} is not the jar that was looked at`, 3);

type Flavour = '2a' | '3a' | 'ua1';

/** The files that do not conform, each with the rules that it breaks. */
function judge(flavour: Flavour, files: readonly string[]): string[] {
  const java = ['-Xmx700m', '-cp', vera.jar, 'org.verapdf.apps.GreenfieldCliWrapper'];
  const said = call(
    'java',
    [...java, '-f', flavour, '--format', 'text', '-v', ...files],
    'veraPDF needs Java 11 or newer',
  );
  const passed = said.match(/^PASS /gm)?.length ?? 0;
  const failed = said.split('\n').filter((line) => /^(FAIL|  FAIL|ERROR)/.test(line));
  if (passed + failed.filter((line) => !line.startsWith(' ')).length !== files.length)
    fail(`veraPDF judged not every file:\n${said}`, 1);
  return failed;
}

const folder = mkdtempSync(join(tmpdir(), 'check-pdf-'));
try {
  const files = positionals.length > 0 ? positionals : await play();
  const cards = files.filter((file) => /<pdfaid:part>3</.test(readFileSync(file, 'latin1')));
  if (cards.length === 0 && positionals.length === 0) fail('the platform gave out no card', 1);
  const papers = files.filter((file) => !cards.includes(file));
  const groups = (
    [
      ['2a', papers],
      ['3a', cards],
      ['ua1', files],
    ] as const
  ).filter(([, group]) => group.length > 0);
  for (const [flavour, group] of groups.filter(([name]) => name !== 'ua1')) mustFail(flavour, group[0]!);
  if (cards[0] !== undefined && judge('2a', [cards[0]]).length === 0)
    fail('a card passed as PDF/A-2, which forbids its attachments: this check checks nothing', 1);
  for (const [flavour, group] of groups) {
    const failed = judge(flavour, group);
    console.log(`${flavour}: ${group.length} files, ${failed.length === 0 ? 'all conform' : 'not all conform'}`);
    for (const line of failed) console.error(line.replace(folder, '').trim());
    if (failed.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The same file without its colour profile. */
function mustFail(flavour: Flavour, file: string) {
  const spoilt = join(folder, 'spoilt.pdf');
  writeFileSync(spoilt, readFileSync(file, 'latin1').replace('/OutputIntents', '/OutputIntentz'), 'latin1');
  if (judge(flavour, [spoilt]).length === 0)
    fail(`a file without its colour profile passed as ${flavour}: this check checks nothing`, 1);
}

async function play(): Promise<string[]> {
  const data = join(folder, 'data');
  const server = await spawnServer('bin/local.ts', '--no-demo', '--unthrottled', '--data', data);
  try {
    return await gather(server.url, join(data, 'demo'), join(folder, 'files'), (line) => console.log(line));
  } finally {
    await server.stop();
  }
}
