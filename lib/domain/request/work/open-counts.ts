import { placeOf } from '../ownership.ts';
import { isNumbered, type Request } from '../request.ts';
import type { Line } from '../line.ts';

/** What is counted of the open work of a place. */
export interface OpenCounts {
  readonly all: number;
  /** Work that nobody has claimed. */
  readonly free: number;
  readonly service: Readonly<Record<string, number>>;
  readonly task: Readonly<Record<string, number>>;
  readonly channel: Readonly<Record<string, number>>;
  /** By the account that has it. */
  readonly worker: Readonly<Record<string, number>>;
}

/** Of a place: the name of each count, such as `task#decide`, and the number. */
export type Tally = ReadonlyMap<string, number>;
const groups = ['service', 'task', 'channel', 'worker'] as const;

type Counted = Pick<Line, 'service' | 'channel'> & {
  readonly work: Pick<NonNullable<Line['work']>, 'task' | 'claimedBy'>;
};

/** The counts to which one piece of open work belongs. */
const namesOf = ({ service, channel, work: { task, claimedBy } }: Counted): string[] => [
  ...['all', `service#${service}`, `task#${task}`, `channel#${channel}`],
  claimedBy ? `worker#${claimedBy.account}` : 'free',
];

/** What a place should count, of its open lines. */
export function tallyOf(lines: Iterable<Counted>): Tally {
  const tally = new Map<string, number>();
  for (const line of lines) for (const name of namesOf(line)) tally.set(name, (tally.get(name) ?? 0) + 1);
  return tally;
}

/** What a change of a request adds to the counts of each place: nothing for most changes. */
export function countSteps(before: Request | undefined, after: Request): ReadonlyMap<string, Tally> {
  const steps = new Map<string, Map<string, number>>();
  for (const [request, by] of [[before, -1] as const, [after, 1] as const]) {
    const work = request && isNumbered(request) && !request.work?.outcome ? request.work : undefined;
    if (!request || !work) continue;
    const place = placeOf(request, work.by);
    const of = steps.get(place) ?? new Map<string, number>();
    for (const name of namesOf({ ...request, work })) of.set(name, (of.get(name) ?? 0) + by);
    steps.set(place, of);
  }
  return new Map(
    [...steps]
      .map(([place, of]) => [place, new Map([...of].filter(([, by]) => by !== 0))] as const)
      .filter(([, of]) => of.size > 0),
  );
}

/** A count that a lost step left below nothing is nothing. */
export function readTally(tally: Tally): OpenCounts {
  const read: Record<(typeof groups)[number], Record<string, number>> = {
    service: {},
    task: {},
    channel: {},
    worker: {},
  };
  for (const [name, n] of tally) {
    const [group, of] = name.split('#');
    const counts = of !== undefined && groups.find((each) => each === group);
    if (counts && n > 0) read[counts][of] = n;
  }
  return { all: Math.max(0, tally.get('all') ?? 0), free: Math.max(0, tally.get('free') ?? 0), ...read };
}
