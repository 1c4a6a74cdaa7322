import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A verifier in a process of its own, asked in lines. */
export interface Peer {
  readonly name: string;
  readonly checks: string;
  /** Microseconds of a check of the same signature, or of one after the other. @throws Error if it does not accept one */
  readonly measure: (kind: 'known' | 'new', milliseconds: number) => Promise<number>;
  end(): void;
}

type Start = (name: string, folder: string) => Promise<Peer>;

const root = join(import.meta.dirname, '../..');
/** What package managers fetch, once. */
const kept = join(root, '.local/peers');
const CLASSPATH = join(kept, 'dss-classpath');
const VENV = join(kept, 'venv');

/** By Java 17 and Maven. @throws Error with the reason if it cannot run here */
export const startDss: Start = (name, folder) => {
  mkdirSync(kept, { recursive: true });
  if (!existsSync(CLASSPATH))
    prepare('mvn', [
      ...['-q', '-B', '-f', join(root, 'docs/examples/dss/pom.xml'), `-Dmdep.outputFile=${CLASSPATH}`],
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath',
    ]);
  const args = ['-Xmx512m', '-cp', readFileSync(CLASSPATH, 'utf8').trim(), join(import.meta.dirname, 'Dss.java')];
  return startPeer(name, 'digest, signature, path, both lists, its default policy and reports', 'java', [
    ...args,
    folder,
  ]);
};

/** By Python 3.11 and pip. @throws Error with the reason if it cannot run here */
export const startPyHanko: Start = (name, folder) => {
  mkdirSync(kept, { recursive: true });
  const python = join(VENV, 'bin/python');
  if (!existsSync(join(VENV, 'bin/pyhanko-is-here'))) {
    prepare('python3', ['-m', 'venv', VENV]);
    prepare(python, ['-m', 'pip', 'install', '-q', 'pyhanko==0.38.0']);
    prepare(python, ['-c', `open(${JSON.stringify(join(VENV, 'bin/pyhanko-is-here'))}, 'w').close()`]);
  }
  return startPeer(name, 'digest, signature, path, both lists (parsed once), key usage', python, [
    join(import.meta.dirname, 'pyhanko_peer.py'),
    folder,
  ]);
};

function prepare(program: string, args: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw new Error(`${program} is not on PATH`);
  if (status !== 0) throw new Error(`${program}: ${`${stdout}${stderr}`.trim().split('\n').at(-1)}`);
}

/** Of what a program has complained about, the line that says why. */
const reasonIn = (complaint: string): string | undefined =>
  complaint.split('\n').find((line) => /Exception|Error|error:|pyHanko:/.test(line));

/** Resolves once it has accepted a signature. */
async function startPeer(name: string, checks: string, program: string, args: readonly string[]): Promise<Peer> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(new Error(`${program} is not on PATH`)));
    child.once('close', () => reject(new Error(reasonIn(complaint) ?? `${program} ended`)));
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const measure: Peer['measure'] = async (kind, milliseconds) => {
    child.stdin.write(`${kind} ${milliseconds}\n`);
    const { value } = await Promise.race([lines.next(), failed]);
    const microseconds = Number(value);
    return Number.isFinite(microseconds) ? microseconds : failed;
  };
  await measure('known', 0);
  return { name, checks, measure, end: () => child.kill() };
}
