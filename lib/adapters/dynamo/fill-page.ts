import { indexKeys } from './request-keys.ts';
import type { Page, PageAsked, PageEnd } from './requests.ts';
import type { Request } from '../../domain/request/request.ts';

/** Requests that are looked at for one page, and read at a time. Whoever has more that do not fit goes on from there. */
export const LOOKED_AT = 1000;
const STRIDE = 100;

type List = (page: PageAsked) => Promise<Page>;

/**
 * A whole page of an applicant's requests that are wanted, however many others stand between them: a page is not empty
 * while there are more, unless `LOOKED_AT` in a row are others. `next` is there only if something follows.
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

/** Every request of an applicant that is wanted, the newest first, among the newest `LOOKED_AT`. */
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
