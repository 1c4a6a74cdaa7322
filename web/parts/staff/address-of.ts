/** An address of ours: without a question mark where nothing is asked. */
export const addressOf = (path: string, query: URLSearchParams) =>
  query.size > 0 ? `${path}?${query.toString()}` : path;
