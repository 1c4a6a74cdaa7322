import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { memoryOf } from './memory-of.ts';

// `npm run bench:start`: how long the platform takes to come up, first cold (the template is synthesised), then warm,
// and the memory of the running process. Prints; asserts nothing, as times are the machine's.
const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
for (const name of ['cold', 'warm', 'warm']) {
  const { seconds, megabytes } = await measure();
  console.log(`${name.padEnd(5)} start ${seconds.toFixed(2)} s, resident ${megabytes.toFixed(0)} MB`);
}
rmSync(dataDir, { recursive: true });

async function measure(): Promise<{ seconds: number; megabytes: number }> {
  const from = performance.now();
  const args = ['--disable-warning=ExperimentalWarning', 'bin/local.ts', '--no-demo', '--data', dataDir];
  const env = { ...process.env, PORT: '0' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    child.stdout.on('data', (text: Buffer) => {
      if (/http:\/\/localhost:\d+/.test(text.toString())) resolve();
    });
  });
  const seconds = (performance.now() - from) / 1000;
  const megabytes = memoryOf(child.pid ?? 0).now;
  const ended = new Promise((resolve) => child.removeAllListeners('exit').once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return { seconds, megabytes };
}
