import type { Language } from '../../domain/language/bilingual.ts';
import { problemDetails } from '../../domain/problem/details.ts';
import { isRefusal, type Refusal } from '../../domain/problem/problem.ts';

/** How many requests are changed at the same time. */
const AT_ONCE = 10;

/** Changes each by itself, some at the same time; what comes of them in their order. */
export async function changeEach<Item, Changed>(
  items: readonly Item[],
  change: (item: Item) => Promise<Changed>,
): Promise<Changed[]> {
  const changed: Changed[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    changed.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(change))));
  return changed;
}

/** Nobody is told whether there is such a request. */
export const codeOf = ({ refused }: Refusal) => (refused === 'request/unknown' ? 'work/unknown' : refused);

/** What a refused item says, as its own call would. */
export function problemOf(refusal: Refusal, language: Language) {
  const { code, title, status, text } = problemDetails({ ...refusal, refused: codeOf(refusal) }, language);
  return { code, title, status, ...(typeof text === 'string' && { text }) };
}

export const outcomeOf = (changed: object | Refusal, language: Language) =>
  isRefusal(changed) ? { done: false, problem: problemOf(changed, language) } : { done: true };

/** For the journal: an entry for each item. */
export const actOf = (request: string, changed: object | Refusal) => ({
  request,
  outcome: isRefusal(changed) ? codeOf(changed) : 'done',
});
