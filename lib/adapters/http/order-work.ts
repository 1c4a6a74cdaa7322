import type { Accounts } from '../identity/accounts.ts';
import type { RequestTable } from '../dynamo/requests.ts';
import type { Language } from '../../domain/language/bilingual.ts';
import { tellEmployee } from '../../domain/identity/changes.ts';
import { holderOf, type Absence } from '../../domain/identity/absence.ts';
import { isRefusal, type Refusal } from '../../domain/problem/problem.ts';
import { changeRequest } from '../../domain/request/change.ts';
import { isNumbered, type Request } from '../../domain/request/request.ts';
import type { Seen } from '../../domain/request/work/give.ts';
import { actOf, changeEach, outcomeOf } from './one-by-one.ts';
import type { Answered } from './serve.ts';

export type OrderedItem = Seen & { readonly id: string };

interface Order {
  readonly requests: Pick<RequestTable, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'change'>;
  readonly absences: readonly Absence[];
  readonly language: Language;
  readonly now: Date;
  /** Who gets it; absent if it goes back into the queue. */
  readonly to?: string;
}

/**
 * What the head does to several pieces of work: each by itself, so that one that has moved on does not stop the others. Whoever gets
 * or loses any is told once, by mail; the journal has an entry for each.
 */
export async function orderWork(
  items: readonly OrderedItem[],
  change: (request: Request, item: OrderedItem) => Request | Refusal,
  { requests, accounts, absences, language, now, to }: Order,
): Promise<Answered> {
  const changed = await changeEach(items, (item) =>
    changeRequest(requests, item.id, (request) => change(request, item)),
  );
  const losers = changed.flatMap((each) => loserOf(each, now) ?? []);
  const told = [
    ...(to !== undefined && changed.some((each) => !isRefusal(each)) ? [{ id: to, code: 'work-given' as const }] : []),
    ...[...new Set(losers)].map((id) => ({ id: holderOf(absences, id, now), code: 'work-gone' as const })),
  ];
  for (const { id, code } of told)
    await accounts.change(id, (kept) => tellEmployee(kept, { at: now.toISOString(), code }));
  return {
    body: { work: items.map(({ id }, index) => ({ id, ...outcomeOf(changed[index]!, language) })) },
    acts: items.map(({ id }, index) => {
      const each = changed[index]!;
      const subject = to ?? loserOf(each, now);
      return { ...actOf(id, each), ...(subject !== undefined && { subject }) };
    }),
  };
}

/** From whom the work has just been taken. */
function loserOf(changed: Request | Refusal, now: Date): string | undefined {
  const assigned = !isRefusal(changed) && isNumbered(changed) ? changed.work?.assigned : undefined;
  return assigned?.at === now.toISOString() ? assigned.from?.account : undefined;
}
