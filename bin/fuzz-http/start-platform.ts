import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf, type Memory } from '../memory-of.ts';
import { spawnServer } from '../spawn-server.ts';

/** A platform in a process of its own, whose memory can be measured. */
export interface Started {
  readonly url: string;
  readonly demoDir: string;
  memory(): Memory;
  stop(): Promise<void>;
}

/**
 * `npm start -- --no-demo --unthrottled --patient` on fresh data: rate limits would only hide what is behind them, and
 * time limits would treat a busy machine as a fault. Reports how long an answer took.
 */
export async function startPlatform(): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'e-akimat-fuzz-'));
  const server = await spawnServer('bin/local.ts', '--no-demo', '--unthrottled', '--patient', '--data', dataDir);
  return {
    url: server.url,
    demoDir: join(dataDir, 'demo'),
    memory: () => memoryOf(server.pid),
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
