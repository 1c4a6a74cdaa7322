import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** As `npm start` has them. */
export const nodeFlags = [
  ...['--import', './scripts/keep-compiled.mjs'],
  ...['--max-semi-space-size=8', '--max-old-space-size=384', '--disable-warning=ExperimentalWarning'],
];

/** A server in a process of its own. */
export interface Server {
  /** The address that it serves. */
  readonly url: string;
  readonly pid: number;
  /** Stops it and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Runs one of our scripts (from the root of the repository) until it prints `serving <url>`. @throws Error if it ends
 * before
 */
export async function spawnServer(script: string, ...flags: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [...nodeFlags, script, ...flags], {
    ...{ cwd: join(import.meta.dirname, '..'), env: { ...process.env, PORT: '0' } },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    child.stdout.on('data', (text: Buffer) => {
      const [, found] = /serving (http:\S+)/.exec(text.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
