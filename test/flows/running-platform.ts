import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoPerson } from '../../lib/local/demo/people-file.ts';
import { readPeople } from '../../lib/local/demo/people-file.ts';

const root = join(import.meta.dirname, '../..');

/**
 * What every first start makes in the same way, and what takes most of its time: the authority with its people, and the
 * templates.
 */
const MADE_ONCE = ['demo', 'cdk.out'];
/** Kept from the first platform of a test run for the later ones; deleted with the run's temporary folder. */
const kept = join(tmpdir(), 'first-start');

/**
 * `npm start -- --no-demo` as a process of its own, used only over HTTP, with its own data folder. Its functions have more time than on AWS:
 * the machine may be busy.
 */
export class RunningPlatform {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'e-akimat-'));
  url = '';
  /** What the last start has printed. */
  said = '';
  #child: ChildProcess | undefined;

  /** Resolves once it serves. A folder without data gets what another platform has made before. */
  async start(port = 0, ...flags: readonly string[]): Promise<this> {
    if (!existsSync(this.demoDir) && existsSync(kept)) cpSync(kept, this.dataDir, { recursive: true });
    this.url = await this.launch(port, ...flags);
    if (!existsSync(kept)) this.#keep();
    return this;
  }

  /** Two platforms may reach this point at once: the later one's copy does no harm and is deleted. */
  #keep() {
    const copy = mkdtempSync(`${kept}-`);
    for (const part of MADE_ONCE) cpSync(join(this.dataDir, part), join(copy, part), { recursive: true });
    try {
      renameSync(copy, kept);
    } catch {
      rmSync(copy, { recursive: true, force: true });
    }
  }

  /**
   * The process exists at once, so that it can be killed while it starts, and makes everything itself; the promise is
   * for the address that it serves.
   */
  launch(port: number, ...flags: readonly string[]): Promise<string> {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        ...['bin/local.ts', '--no-demo', '--patient', '--data', this.dataDir, ...flags],
      ],
      {
        cwd: root,
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    this.said = '';
    return new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.said += chunk.toString();
        const url = /serving (http:\S+)/.exec(this.said)?.[1];
        if (url) resolve(url);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code, signal) => reject(new Error(`the platform ended (${code ?? signal}):\n${this.said}`)));
    });
  }

  get demoDir(): string {
    return join(this.dataDir, 'demo');
  }

  get people(): readonly DemoPerson[] {
    return readPeople(this.demoDir) ?? [];
  }

  person(slug: string): DemoPerson {
    const found = this.people.find(({ keyFile }) => keyFile.includes(slug));
    if (!found) throw new Error(`the demo has no ${slug}`);
    return found;
  }

  /** `kill -9`, or with SIGINT what Ctrl-C does. Resolves with the exit code. */
  async kill(signal: 'SIGKILL' | 'SIGINT' = 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exited)[0];
  }

  /** Shows what failed in it, so that a test that failed elsewhere can be understood. */
  async remove(): Promise<void> {
    await this.kill();
    const failures = this.said.split('\n').filter((line) => line.startsWith('{"level":"ERROR"'));
    for (const line of failures.slice(0, 5)) console.error(line);
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
