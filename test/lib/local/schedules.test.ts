import { describe, expect, it } from '@jest/globals';
import { manualClock } from '../../../lib/local/clock.ts';
import { readRate, startSchedules } from '../../../lib/local/schedules.ts';

/** Everything that does not need the clock has run. */
const rest = () => new Promise((resolve) => setImmediate(resolve));

describe('schedules', () => {
  it('read rates, and refuse what they do not know', () => {
    expect(['rate(1 minute)', 'rate(5 minutes)', 'rate(1 hour)', 'rate(2 days)'].map(readRate)).toEqual([
      60_000, 300_000, 3_600_000, 172_800_000,
    ]);
    expect(() => readRate('cron(0 0 * * ? *)')).toThrow('not understood');
  });

  it('run at their rate, one run at a time, and not after they were stopped', async () => {
    const clock = manualClock(0);
    const runs: string[] = [];
    let finish = () => {};
    const schedules = startSchedules(
      [{ expression: 'rate(1 minute)', functionArn: 'sweep' }],
      clock,
      async (arn, event) => {
        runs.push(`${arn} ${(event as { time: string }).time}`);
        await new Promise<void>((resolve) => (finish = resolve));
      },
    );
    clock.advance(59_000);
    await rest();
    expect(runs).toEqual([]);
    clock.advance(1000);
    await rest();
    clock.advance(180_000);
    await rest();
    expect(runs).toEqual(['sweep 1970-01-01T00:01:00.000Z']);
    finish();
    await rest();
    expect(runs).toHaveLength(2);
    finish();
    await schedules.stop();
    clock.advance(600_000);
    await rest();
    expect(runs).toHaveLength(2);
  });
});
