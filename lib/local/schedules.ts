import type { Clock } from './clock.ts';
import type { ScheduleEntry } from './template/estate.ts';

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Milliseconds of `rate(5 minutes)`. @throws Error for cron, which nothing here uses */
export function readRate(expression: string): number {
  const [, count = '', unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const length = UNITS[unit as keyof typeof UNITS] as number | undefined;
  if (length === undefined) throw new Error(`schedule: ${expression} is not understood here`);
  return Number(count) * length;
}

/**
 * Runs each schedule's function at its rate, for the first time one period after the start. If a run is not over when
 * the next is due, the next waits: two runs at once on one machine would only slow each other down.
 */
export function startSchedules(
  entries: readonly ScheduleEntry[],
  clock: Clock,
  run: (functionArn: string, event: unknown) => Promise<void>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const repeat = async ({ expression, functionArn, input }: ScheduleEntry) => {
    const period = readRate(expression);
    for (let due = clock.now() + period; ; due = Math.max(due + period, clock.now())) {
      await clock.until(due, stopping.signal);
      const time = new Date(due).toISOString();
      const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', time, detail: {} };
      await run(functionArn, input === undefined ? event : JSON.parse(input));
    }
  };
  const running = entries.map((entry) =>
    repeat(entry).catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    }),
  );
  return {
    async stop() {
      stopping.abort(new Error('the platform stops'));
      await Promise.all(running);
    },
  };
}
