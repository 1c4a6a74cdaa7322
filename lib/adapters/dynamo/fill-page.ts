import type { Line } from '../../domain/request/line.ts';
import type { Page, PageAsked, PageEnd } from './page.ts';

/**
 * How many lines are examined for one page, and how many are read at a time. If there are more, `next` continues from
 * there.
 */
export const LOOKED_AT = 1000;
const STRIDE = 100;

type List = (page: PageAsked) => Promise<Page>;

/** The sort keys of lists by the time at which a request was begun, and of open work. */
export const begunAt = ({ createdAt, id }: Line) => `${createdAt}#${id}`;
export const workDueAt = ({ work, id }: Line) => `${work?.dueAt}#${id}`;
export const closedAtOf = ({ closedAt, id }: Line) => `${closedAt}#${id}`;
export const receivedAtOf = ({ receivedAt, id }: Line) => `${receivedAt}#${id}`;

/**
 * A full page of the lines that match, however many others stand between them: while there are more, a
 * page is not empty, unless `LOOKED_AT` in a row do not match. `next` is there only if something follows.
 */
export async function fillPage(
  list: List,
  asked: PageAsked,
  wanted: (line: Line) => boolean,
  sortOf: (line: Line) => string = begunAt,
): Promise<Page> {
  const found: Line[] = [];
  const endOf = (line: Line): PageEnd => [sortOf(line), line.id];
  let from = asked.from;
  for (let looked = 0; looked < LOOKED_AT;) {
    const limit = looked === 0 ? Math.min(asked.limit + 1, STRIDE) : STRIDE;
    const page = await list({ limit, from });
    found.push(...page.lines.filter(wanted));
    if (found.length > asked.limit) return { lines: found.slice(0, asked.limit), next: endOf(found[asked.limit - 1]!) };
    if (!page.next) return { lines: found };
    from = page.next;
    looked += limit;
  }
  return { lines: found, ...(from && { next: from }) };
}

/** Every line of a list that matches, among the first `LOOKED_AT`. */
export async function listNewest(list: List, wanted: (line: Line) => boolean): Promise<readonly Line[]> {
  const found: Line[] = [];
  let from: PageEnd | undefined;
  for (let looked = 0; looked < LOOKED_AT; looked += STRIDE) {
    const page: Page = await list({ limit: STRIDE, from });
    found.push(...page.lines.filter(wanted));
    if (!page.next) break;
    from = page.next;
  }
  return found;
}
