import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommand } from './command.ts';
import { memoryOf } from './memory-of.ts';
import { spawnServer } from './spawn-server.ts';

readCommand(
  `npm run bench:start
How long the platform takes to start, first cold (the template is synthesised), then warm, and the memory of the running process.`,
  { options: {} },
);
// It prints and asserts nothing, because times depend on the machine.
const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
for (const name of ['cold', 'warm', 'warm']) {
  const { seconds, megabytes } = await measure();
  console.log(`${name.padEnd(5)} start ${seconds.toFixed(2)} s, resident ${megabytes.toFixed(0)} MB`);
}
rmSync(dataDir, { recursive: true });

async function measure(): Promise<{ seconds: number; megabytes: number }> {
  const from = performance.now();
  const server = await spawnServer('bin/local.ts', '--no-demo', '--data', dataDir);
  const seconds = (performance.now() - from) / 1000;
  const megabytes = memoryOf(server.pid).now;
  await server.stop();
  return { seconds, megabytes };
}
