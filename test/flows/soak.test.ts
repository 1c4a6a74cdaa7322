import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** `npm run soak` runs for as long as somebody wants; this is a short one by a seed of its own. */
it('a short soak loses and doubles nothing: parties go down in turn, and the platform is killed', async () => {
  const flags = ['--seconds', '15', '--seed', '20261130', '--tellers', '2', '--kill-every', '8'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/soak.ts', ...flags], {
    ...{ cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'pipe'] },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, said]).toEqual([0, expect.stringContaining('nothing was lost, doubled or left half-done')]);
  expect(said).toMatch(/requests, [1-9]\d* kills/);
}, 900_000);
