import type { Amount } from '../../lib/domain/regulation/term.ts';
import type { useText } from '../kit.ts';
import { terms } from '../texts/words.ts';

type T = ReturnType<typeof useText>;

/**
 * Successive terms as one: those of a kind are added, the longest units first. [10 minutes, 3 working days, 1 minute] →
 * "3 working days 11 working minutes"
 */
export function writeTerms(all: readonly Pick<Amount, 'value' | 'unit'>[], t: T): string {
  const sums = new Map<Amount['unit'], number>();
  for (const { value, unit } of all) sums.set(unit, (sums.get(unit) ?? 0) + value);
  return [...sums]
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([unit, n]) => t(terms[unit], { n }))
    .join(' ');
}

const order: readonly Amount['unit'][] = ['month', 'calendar_day', 'day', 'business_day', 'hour', 'minute', 'second'];
