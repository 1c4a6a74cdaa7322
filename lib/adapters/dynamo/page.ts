import type { Line } from '../../domain/request/line.ts';

/** Where a page ended: the sort key and the request's id. */
export type PageEnd = readonly [sort: string, id: string];

/** One page of a list; `next` is absent on the last page. */
export interface Page {
  readonly lines: readonly Line[];
  readonly next?: PageEnd;
}

export interface PageAsked {
  readonly limit: number;
  readonly from?: PageEnd | undefined;
}

/** A list whose sort keys begin with a time: only from one until before another, and in which order. */
export interface Between {
  /** ISO instants. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly latestFirst?: boolean | undefined;
}
