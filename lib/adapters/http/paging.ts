import * as z from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import type { PageEnd } from '../dynamo/page.ts';

/** The lists that come in pages; a cursor is valid for its own list only. */
export type List =
  | 'requests'
  | 'notices'
  | 'work'
  | 'ended'
  | 'register'
  | 'statistics'
  | 'search'
  | 'queue'
  | 'services'
  | 'offices'
  | 'indicators'
  | 'journal'
  | 'access'
  | 'staff'
  | 'people'
  | 'acts'
  | 'complaints';

/** Where a list by time ended: the time, and what distinguishes items of the same time. */
export type Moment = readonly [at: string, id: string];

/** Where a page of a queue ended, how many stand up to there, and when its first page was read. */
export type QueueEnd = readonly [sort: string, id: string, ahead: number, asOf: string];
type Ended = PageEnd | QueueEnd | Moment | number;

const encode = (list: List, place: Ended) => Buffer.from(JSON.stringify([list, place].flat())).toString('base64url');

/** A time and the ULID of a request, as in sort keys. */
const sortKey = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#([0-9A-HJKMNP-TV-Z]{26})$/;

const Places = z
  .tuple([z.string(), z.string().regex(sortKey), z.string()])
  .refine(([, sort, id]) => sort.endsWith(`#${id}`))
  .transform(([, sort, id]): PageEnd => [sort, id]);
/** The same after the class in which somebody waits. */
const queueSortKey = new RegExp(sortKey.source.replace('^', String.raw`^\d{2}#`));
const QueueEnds = z
  .tuple([z.string(), z.string().regex(queueSortKey), z.string(), z.int().positive().max(9_999_999), Instant])
  .refine(([, sort, id]) => sort.endsWith(`#${id}`))
  .transform(([, sort, id, ahead, asOf]): QueueEnd => [sort, id, ahead, asOf]);
const Moments = z
  .tuple([z.string(), Instant, z.string().regex(/^[\w:.-]{1,200}$/)])
  .transform(([, at, id]): Moment => [at, id]);
const Offsets = z.tuple([z.string(), z.int().positive()]).transform(([, offset]) => offset);

/** The limit on a cursor's characters, a little above the longest one. */
const LONGEST = 400;

/** Accepts only a cursor exactly as `encode` writes it for this list. */
function cursorOf<P extends Ended>(list: List, shape: z.ZodType<P>) {
  const cursor = z.string().transform((text, context): P => {
    const read = shape.safeParse(parseJson(Buffer.from(text.slice(0, LONGEST), 'base64url').toString()));
    if (read.success && encode(list, read.data) === text) return read.data;
    context.addIssue({ code: 'custom', message: 'the `next` of the page before', params: { rule: 'cursor' } });
    return z.NEVER;
  });
  return cursor.optional().meta({ description: 'The `next` of the page before', override: { type: 'string' } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const limit = z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Entries a page' });

/** Query parameters of a list that is read from the table. */
export const pageQuery = (list: List) => ({ limit, from: cursorOf(list, Places) });

/** Query parameters of a queue, which may also be read from a place on. */
export const queueQuery = {
  limit,
  from: cursorOf('queue', QueueEnds),
  at: z.coerce
    .number()
    .int()
    .min(1)
    .max(9_999_999)
    .optional()
    .meta({ description: 'Begin at this place instead of the first' }),
};

export const nextPage = z.string().optional().meta({ description: 'Give it as `from` to get the next page' });

export const encodePlace = (list: List, place: PageEnd | undefined) => place && encode(list, place);

export const encodeQueueEnd = (place: QueueEnd) => encode('queue', place);

/** Query parameters of a list by time. */
export const momentQuery = (list: List) => ({ limit, from: cursorOf(list, Moments) });

export const encodeMoment = (list: List, place: Moment) => encode(list, place);

/** Query parameters of a list that is in memory and sorted, such as those of the catalogue. */
export const listQuery = (list: List) => ({ limit, from: cursorOf(list, Offsets) });

interface ListAsked {
  readonly limit: number;
  readonly from?: number | undefined;
}

/** A page of such a list; `next` is absent on the last. */
export function takePage<Item>(list: List, items: readonly Item[], { limit: size, from = 0 }: ListAsked) {
  const end = from + size;
  return { items: items.slice(from, end), ...(end < items.length && { next: encode(list, end) }) };
}
