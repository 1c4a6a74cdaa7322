import { taskWords } from '../../../lib/domain/request/task-words.ts';
import { channelNames } from '../../texts/words.ts';
import type { Sent } from '../../api/call.ts';
import { listOf } from './lists.ts';

export type Asked = NonNullable<Sent<'GET /work'>['query']>;
export type Task = keyof typeof taskWords;

/** How many lines of a list are on one page. */
export const PAGE = 25;

/** What filters a queue, by its name in the address. */
export const narrow = ['service', 'task', 'channel', 'who'] as const;
export type Narrow = (typeof narrow)[number];

/** The values of a choice that are known here; those of services the API knows. */
export const known = {
  task: Object.keys(taskWords) as Task[],
  channel: Object.keys(channelNames) as (keyof typeof channelNames)[],
  who: ['me', 'nobody', 'others'],
} as const;

/** The question to the API that an address stands for. What it does not know is left out. `task`: the only one of the page. */
export function askedBy(address: URLSearchParams, task?: Task): Asked {
  const get = (name: string) => address.get(name) ?? undefined;
  const one = <Of extends string>(name: string, of: readonly Of[]) => of.find((each) => each === get(name));
  const { service, worker, from } = { service: get('service'), worker: get('worker'), from: get('from') };
  const asked = {
    limit: PAGE,
    service,
    task: task ?? one('task', known.task),
    channel: one('channel', known.channel),
    who: one('who', known.who),
    worker,
    ...listOf(get('list') ?? '').asks,
    sort: one('sort', ['-due']),
    from,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
}
