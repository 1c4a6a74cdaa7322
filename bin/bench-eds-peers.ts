import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EdsCache, verifyEds } from '../lib/eds/verify.ts';
import { rawVerification, verifyByPkijs } from './bench-eds-rsa.ts';
import { at, makeRsaScene, type RsaScene } from './bench-eds-scene.ts';
import { startDss, startPyHanko, type Peer } from './peers/start-peers.ts';

/** Other signers: more than a cache keeps. Each is new when their turn comes. */
const STRANGERS = 600;
const [ROUNDS, MILLISECONDS, WARM] = [9, 300, 3000];

interface Row {
  readonly who: string;
  /** What is checked; every row says that the signature is good, or the bench ends. */
  readonly checks: string;
  /** Microseconds of a check, measured over so many milliseconds. */
  readonly measure: (milliseconds: number) => Promise<number>;
}

const OURS = 'digest, signature, path, both lists, key usage and policy, IIN, report with codes';

/**
 * One detached CMS of RSA-2048 (citizen, authority, root; lists of none and 10,000 lines; offline) by everybody, in turns: medians of
 * nine rounds of 0.3 s. A peer that cannot run here is named with the reason.
 */
export async function benchPeers(): Promise<readonly string[]> {
  const scene = await makeRsaScene(STRANGERS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-peers-'));
  const peers: Peer[] = [];
  const missing: string[] = [];
  try {
    writeScene(folder, scene);
    for (const [name, start] of [['EU DSS 6.4', startDss] as const, ['pyHanko 0.38.0', startPyHanko] as const])
      try {
        peers.push(await start(name, folder));
      } catch (error) {
        missing.push(`${name} is not measured: ${(error as Error).message}`);
      }
    const rows = [...ourRows(scene), ...peers.flatMap(rowsOf), ...openssl(folder)];
    for (const { measure } of rows) await measure(WARM);
    const times = rows.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [index, { measure }] of rows.entries()) times[index]!.push(await measure(MILLISECONDS));
    const medians = times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!);
    const [seen = 1, , cacheless = 1] = medians;
    return [
      '       µs    × seen  × cacheless',
      ...rows.map(({ who, checks }, index) => {
        const µs = medians[index]!;
        const ratios = [µs / seen, µs / cacheless].map((ratio) => ratio.toFixed(2).padStart(9)).join('');
        return `${µs.toFixed(0).padStart(9)}${ratios}  ${who}: ${checks}`;
      }),
      ...missing,
    ];
  } finally {
    for (const peer of peers) peer.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeScene(folder: string, { root, authority, known, strangers, input }: RsaScene): void {
  const [ofRoot, ofAuthority] = input.crls as [Uint8Array, Uint8Array];
  const pem = (label: string, der: Uint8Array) =>
    `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
  const files: Record<string, string | Uint8Array> = {
    ...{ content: input.content, at: at.toISOString(), 'known.p7s': known },
    ...{ 'root.cer': root.certificate, 'authority.cer': authority.certificate },
    ...{ 'root.crl': ofRoot, 'authority.crl': ofAuthority },
    'trusted.pem': pem('CERTIFICATE', root.certificate) + pem('X509 CRL', ofRoot) + pem('X509 CRL', ofAuthority),
    ...Object.fromEntries(strangers.map((cms, no) => [`${no}.p7s`, cms])),
  };
  for (const [name, octets] of Object.entries(files)) writeFileSync(join(folder, name), octets);
}

function ourRows({ input, known, strangers, root, authority, signer }: RsaScene): Row[] {
  const cache = new EdsCache();
  const check = (cms: Uint8Array, within: EdsCache) => {
    const { verdict } = verifyEds({ ...input, cms, cache: within });
    if (verdict !== 'passed') throw new Error(`the bench's own signature is ${verdict}`);
  };
  let turn = 0;
  const raw = rawVerification(signer);
  const authorities = [root.certificate, authority.certificate];
  return [
    here('lib/eds, signer seen', OURS, () => check(known, cache)),
    here('lib/eds, signer new', OURS, () => check(strangers[turn++ % strangers.length]!, cache)),
    here('lib/eds, nothing kept', `${OURS}; the lists are parsed, every signature is verified`, () =>
      check(known, new EdsCache()),
    ),
    here('pkijs', 'digest, signature, path; no lists', () => verifyByPkijs(known, input.content, authorities)),
    here('node:crypto', 'one RSA verification, key imported', raw),
  ];
}

const rowsOf = ({ name, checks, measure }: Peer): Row[] => [
  { who: `${name}, signer seen`, checks, measure: (milliseconds) => measure('known', milliseconds) },
  { who: `${name}, signer new`, checks, measure: (milliseconds) => measure('new', milliseconds) },
];

/** A process for each check, so the process alone is measured beside it. */
function openssl(folder: string): Row[] {
  const run = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const version = run('version').toString().split(' ').slice(0, 2).join(' ');
  const verify = [
    ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'known.p7s', '-content', 'content'],
    ...['-CAfile', 'trusted.pem', '-crl_check_all', '-purpose', 'any', '-out', '/dev/null'],
    ...['-attime', String(at.getTime() / 1000)],
  ];
  return [
    here(`${version}, a process`, 'digest, signature, path, both lists, read as PEM', () => run(...verify)),
    here(`${version}, a process`, 'nothing', () => run('version')),
  ];
}

const here = (who: string, checks: string, work: () => unknown): Row => ({
  ...{ who, checks },
  async measure(milliseconds) {
    const from = performance.now();
    let calls = 0;
    do {
      const result = work();
      if (result instanceof Promise) await result;
      calls++;
    } while (performance.now() < from + milliseconds);
    return ((performance.now() - from) * 1000) / calls;
  },
});
