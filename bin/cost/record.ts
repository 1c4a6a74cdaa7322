import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metered } from '../../lib/local/meter/meter.ts';
import { nodeFlags } from '../spawn-server.ts';

/** What was recorded since the recording before. */
export interface Recorded {
  readonly lines: readonly Metered[];
  /** Octets of log lines of functions. */
  readonly logged: number;
}

/** A platform of its own with a meter, used only over HTTP. */
export async function openRecorder() {
  const folder = mkdtempSync(join(tmpdir(), 'e-akimat-cost-'));
  const [dataDir, file] = [join(folder, 'data'), join(folder, 'meter.jsonl')];
  const flags = ['--no-demo', '--unthrottled', '--patient', '--data', dataDir, '--meter', file];
  const child = spawn(process.execPath, [...nodeFlags, 'bin/local.ts', ...flags], {
    ...{ cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
    env: { ...process.env, PORT: '0', POWERTOOLS_LOG_LEVEL: 'INFO' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let logged = 0;
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) {
        if (line.startsWith('{')) logged += Buffer.byteLength(line);
        const [, found] = /serving (http:\S+)/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      }
    });
  });
  let [read, counted] = [0, 0];
  return {
    url,
    demoDir: join(dataDir, 'demo'),
    take(): Recorded {
      const all = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      const lines = all.slice(read).map((line) => JSON.parse(line) as Metered);
      const since = logged - counted;
      [read, counted] = [all.length, logged];
      return { lines, logged: since };
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
