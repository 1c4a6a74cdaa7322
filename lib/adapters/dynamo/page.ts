import type { Request } from '../../domain/request/request.ts';

/** Where a page ended: the sort key and the request's id. */
export type PageEnd = readonly [sort: string, id: string];

/** One page of a list; `next` is absent on the last page. */
export interface Page {
  readonly requests: readonly Request[];
  readonly next?: PageEnd;
}

export interface PageAsked {
  readonly limit: number;
  readonly from?: PageEnd | undefined;
  /** Reads `limit` requests and returns only those that were submitted. */
  readonly submitted?: true;
}
