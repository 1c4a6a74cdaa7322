/** An address of ours; without a question mark if there are no parameters. */
export const addressOf = (path: string, query: URLSearchParams) =>
  query.size > 0 ? `${path}?${query.toString()}` : path;
