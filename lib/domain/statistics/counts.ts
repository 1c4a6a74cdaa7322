import * as z from 'zod';
import { workingMinutesBetween, type Office } from '../calendar/calendar.ts';
import { shorten, type Line } from '../request/line.ts';
import type { RequestState } from '../request/request.ts';
import { BUCKETS, bucketOf, noTimes } from './histogram.ts';

const count = z.int().nonnegative();

/** What is counted of a service, an office, a channel and a month. Names nobody. */
export const Counts = z.object({
  /** Got their number in the month. */
  received: count,
  /** Ended in the month, by how. `left`: taken out of a queue, by the applicant's word or by age. */
  issued: count,
  refused: count,
  left: count,
  /** Their document was withdrawn in the month, and no other took its place. */
  withdrawn: count.default(0),
  turnedAway: count,
  /** Taken back by the applicant in the month, before they were decided. */
  takenBack: count.default(0),
  /** Of those issued, refused or left: after their due time. */
  overdue: count,
  /** Refusals by a ground of the regulation's list; the officer's own words stand together, under an empty ground. */
  grounds: z.record(z.string(), count),
  /** Working minutes from the number to the end, of those issued, refused or left. */
  times: z.array(count).length(BUCKETS),
  /** The longest of them. */
  longest: count,
});
export type Counts = z.infer<typeof Counts>;

export const noCounts: Counts = {
  ...{ received: 0, issued: 0, refused: 0, left: 0, withdrawn: 0, turnedAway: 0, takenBack: 0, overdue: 0 },
  ...{ grounds: {}, times: [...noTimes], longest: 0 },
};

/** Which count an ended request is of. */
const endings = {
  issued: 'issued',
  refused: 'refused',
  left: 'left',
  withdrawn: 'withdrawn',
  'turned-away': 'turnedAway',
  'taken-back': 'takenBack',
} as const satisfies Partial<Record<RequestState, keyof Counts>>;
const isEnding = (state: RequestState): state is keyof typeof endings => Object.hasOwn(endings, state);

const untimed: readonly RequestState[] = ['turned-away', 'taken-back', 'withdrawn'];

interface Measured {
  /** The calendar by which its term runs. */
  readonly office: Office;
  /** Grounds that the regulation lists. */
  readonly grounds: readonly string[];
}

/** Adds a request that ended to the counts of its month, in place. A line in another state adds nothing. */
export function addEnded(counts: Counts, line: Line, { office, grounds }: Measured): void {
  const { state, receivedAt, closedAt, dueAt, result } = line;
  if (!isEnding(state)) return;
  counts[endings[state]] += 1;
  // Nobody decided it, or what was withdrawn took as long as it stood: that is no time of the office.
  if (untimed.includes(state) || receivedAt === undefined || closedAt === undefined) return;
  if (dueAt !== undefined && closedAt > dueAt) counts.overdue += 1;
  if (state === 'refused') {
    const ground = grounds.find((each) => shorten(each) === result?.ground) ?? '';
    counts.grounds[ground] = (counts.grounds[ground] ?? 0) + 1;
  }
  const minutes = Math.ceil(workingMinutesBetween(new Date(receivedAt), new Date(closedAt), office));
  const bucket = bucketOf(minutes);
  counts.times[bucket] = (counts.times[bucket] ?? 0) + 1;
  counts.longest = Math.max(counts.longest, minutes);
}

/** The counts of several services, offices, channels or months together. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = structuredClone(noCounts);
  for (const each of all) {
    for (const name of [
      'received',
      'issued',
      'refused',
      'left',
      'withdrawn',
      'turnedAway',
      'takenBack',
      'overdue',
    ] as const)
      sum[name] += each[name];
    for (const [ground, n] of Object.entries(each.grounds)) sum.grounds[ground] = (sum.grounds[ground] ?? 0) + n;
    for (const [index, n] of each.times.entries()) sum.times[index]! += n;
    sum.longest = Math.max(sum.longest, each.longest);
  }
  return sum;
}
