import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf, type Memory } from '../memory-of.ts';

/** A platform in a process of its own, whose memory can be looked at. */
export interface Started {
  readonly url: string;
  readonly demoDir: string;
  memory(): Memory;
  stop(): Promise<void>;
}

/**
 * `npm start -- --no-demo --unthrottled --patient` on fresh data: limits of requests a second would only hide what is behind, and limits of time would
 * take a busy machine for a fault. How long an answer took is told.
 */
export async function startPlatform(): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'e-akimat-fuzz-'));
  const flags = ['--no-demo', '--unthrottled', '--patient', '--data', dataDir];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/local.ts', ...flags], {
    ...{ cwd: join(import.meta.dirname, '../..'), env: { ...process.env, PORT: '0' } },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    child.stdout.on('data', (text: Buffer) => {
      const [, found] = /serving (http:\S+)/.exec(text.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    url,
    demoDir: join(dataDir, 'demo'),
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}
