import type { Line } from '../../domain/request/line.ts';
import type { Page, PageAsked, PageEnd } from './page.ts';

type List = (page: PageAsked) => Promise<Page>;

/** One page of several lists with the same order, as if they were one list. */
export async function mergePages(
  lists: readonly List[],
  asked: PageAsked,
  { sortOf, latestFirst = false }: { readonly sortOf: (line: Line) => string; readonly latestFirst?: boolean },
): Promise<Page> {
  const pages = await Promise.all(lists.map((list) => list(asked)));
  const inOrder = (one: string, other: string) => (one < other === latestFirst ? 1 : -1);
  const ends = pages.flatMap(({ next }) => (next ? [next] : []));
  // A list may go on where its page ended: nothing beyond the first of these ends is known to be next.
  const end = ends.toSorted(([one], [other]) => inOrder(one, other))[0];
  const known = pages
    .flatMap(({ lines }) => lines)
    .filter((line) => !end || sortOf(line) === end[0] || inOrder(sortOf(line), end[0]) < 0)
    .toSorted((one, other) => inOrder(sortOf(one), sortOf(other)));
  const lines = known.slice(0, asked.limit);
  const last = lines.at(-1);
  const next: PageEnd | undefined = known.length > lines.length && last ? [sortOf(last), last.id] : end;
  return { lines, ...(next && { next }) };
}
