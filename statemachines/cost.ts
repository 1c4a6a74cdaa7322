import { onward } from './ahead.ts';
import type { Machine } from './compile.ts';

/** Transitions and price of one execution's path through a machine. */
export interface Cost {
  readonly transitions: number;
  /** US dollars for 1,000 requests: Step Functions Standard, $25 a million transitions. */
  readonly dollarsPerThousand: number;
}

/** Standard workflows in eu-central-1; the first 4,000 transitions of a month are free and left out. */
const DOLLARS_PER_TRANSITION = 0.000025;

/** What the longest path costs if nothing is late: no alarm, every state is entered once. */
export function costOf({ StartAt, States }: Machine): Cost {
  const known = new Map<string, number>();
  const longest = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known.set(name, 0);
    const state = States[name];
    const length = 1 + Math.max(0, ...[...(state ? onward(state) : [])].map(longest));
    known.set(name, length);
    return length;
  };
  const transitions = longest(StartAt);
  return { transitions, dollarsPerThousand: Math.round(transitions * DOLLARS_PER_TRANSITION * 100_000) / 100 };
}
