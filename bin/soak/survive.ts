import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { nodeFlags } from '../spawn-server.ts';

/** A platform that is killed and started again on the same data and port. */
export class Survivor {
  readonly #dataDir: string;
  readonly #port: number;
  #child: ChildProcess | undefined;
  #later = 0;

  constructor(dataDir: string, port: number) {
    this.#dataDir = dataDir;
    this.#port = port;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves once it serves, or was killed in its start; its clock is so many days further ahead than at the start before. */
  async start(days = 0): Promise<void> {
    this.#later += days;
    const flags = ['--no-demo', '--unthrottled', '--patient', '--data', this.#dataDir, '--later', `${this.#later}`];
    const child = spawn(process.execPath, [...nodeFlags, 'bin/local.ts', ...flags], {
      ...{ cwd: join(import.meta.dirname, '../..'), env: { ...process.env, PORT: `${this.#port}` } },
      // What a function could not do while others are down is expected, and logged there.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code, signal) =>
        signal === 'SIGKILL' ? resolve() : reject(new Error(`the platform ended with ${code}`)),
      );
      child.stdout.on('data', (text: Buffer) => text.toString().includes('serving http') && resolve());
    });
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
