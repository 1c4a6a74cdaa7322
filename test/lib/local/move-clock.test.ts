import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const DAYS = 2000;

it('a process whose clock is moved sees a later time everywhere, and dates that it names stay', () => {
  const script = `
    const real = Date.now();
    const { moveClock } = await import('./lib/local/move-clock.ts');
    moveClock(${DAYS} * 86_400_000);
    const days = (time) => Math.round((time - real) / 86_400_000);
    console.log(JSON.stringify([
      days(Date.now()), days(new Date()), days(Date.parse(Date())),
      new Date(0).toISOString(), new Date('2026-11-30').toISOString(), new Date(2026, 0).getMonth(),
      new Date() instanceof Date, Date.UTC(1970, 0), class extends Date {}.prototype instanceof Date,
    ]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...{ cwd: join(import.meta.dirname, '../../..'), encoding: 'utf8' },
  });
  expect([stderr, JSON.parse(stdout)]).toEqual([
    '',
    [DAYS, DAYS, DAYS, '1970-01-01T00:00:00.000Z', '2026-11-30T00:00:00.000Z', 0, true, 0, true],
  ]);
});
