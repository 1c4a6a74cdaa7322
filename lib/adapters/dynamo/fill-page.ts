import { indexKeys } from './request-keys.ts';
import type { Page, PageAsked, PageEnd } from './page.ts';
import type { Request } from '../../domain/request/request.ts';

/**
 * How many requests are examined for one page, and how many are read at a time. If there are more, `next` continues
 * from there.
 */
export const LOOKED_AT = 1000;
const STRIDE = 100;

type List = (page: PageAsked) => Promise<Page>;

/**
 * A full page of an applicant's requests that match, however many others stand between them: while there are more, a
 * page is not empty, unless `LOOKED_AT` in a row do not match. `next` is there only if something follows.
 */
export async function fillPage(list: List, asked: PageAsked, wanted: (request: Request) => boolean): Promise<Page> {
  const found: Request[] = [];
  let from = asked.from;
  for (let looked = 0; looked < LOOKED_AT;) {
    const limit = looked === 0 ? Math.min(asked.limit + 1, STRIDE) : STRIDE;
    const page = await list({ limit, from });
    found.push(...page.requests.filter(wanted));
    if (found.length > asked.limit)
      return { requests: found.slice(0, asked.limit), next: endOf(found[asked.limit - 1]!) };
    if (!page.next) return { requests: found };
    from = page.next;
    looked += limit;
  }
  return { requests: found, ...(from && { next: from }) };
}

/** Every request of an applicant that matches, the newest first, among the newest `LOOKED_AT`. */
export async function listNewest(list: List, wanted: (request: Request) => boolean): Promise<readonly Request[]> {
  const found: Request[] = [];
  let from: PageEnd | undefined;
  for (let looked = 0; looked < LOOKED_AT; looked += STRIDE) {
    const page: Page = await list({ limit: STRIDE, from });
    found.push(...page.requests.filter(wanted));
    if (!page.next) break;
    from = page.next;
  }
  return found;
}

const endOf = (request: Request): PageEnd => [indexKeys(request)['gsiApplicantSk']!, request.id];
