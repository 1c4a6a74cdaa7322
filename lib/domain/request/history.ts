import type { Event, EventCode } from './event.ts';
import type { Notice } from '../notice/notice.ts';

/** How many first and last lines of a kind are kept; those between become one line with a count. */
interface Cap {
  readonly first: number;
  readonly last: number;
  /** Counted for each row of the machine, not for the whole request. */
  readonly each?: 'row';
}

const once: Cap = { first: 1, last: 1 };
const few: Cap = { first: 2, last: 5 };
/** Once in each row and run; the number of runs has no bound. The last line is that of the present run. */
const rowOfRun: Cap = { first: 1, last: 1, each: 'row' };
/** What people may repeat without limit, and what a clock repeats while nobody works. */
const loopOfRow: Cap = { first: 1, last: 3, each: 'row' };

/** With a ground of two hundred letters. */
const ordersOfRow: Cap = { first: 0, last: 2, each: 'row' };

/**
 * How many events of each kind are kept. Nothing is refused here: repeated events are folded into one line, so there is
 * room for every later step. Item sizes at these caps: test/lib/domain/request/bounds.test.ts.
 */
export const caps: Readonly<Record<EventCode, Cap>> = {
  created: once,
  'form-changed': { first: 0, last: 0 },
  'registers-answered': few,
  'registers-declined': few,
  'attachment-added': few,
  'attachment-removed': few,
  'signature-refused': few,
  submitted: once,
  'taken-over': once,
  'shown-in-cabinet': once,
  discarded: once,
  'draft-expired': once,
  'identity-checked': rowOfRun,
  'submission-confirmed': rowOfRun,
  'registry-silent': rowOfRun,
  'registry-asked': rowOfRun,
  'invoice-made': rowOfRun,
  'payments-silent': rowOfRun,
  'payment-checked': rowOfRun,
  'receipt-printed': rowOfRun,
  notified: rowOfRun,
  'turned-away': rowOfRun,
  'taken-back': once,
  routed: rowOfRun,
  numbered: rowOfRun,
  'status-shown': rowOfRun,
  'work-opened': rowOfRun,
  'work-claimed': loopOfRow,
  'work-released': loopOfRow,
  'work-given': ordersOfRow,
  'work-recalled': ordersOfRow,
  'stood-in': loopOfRow,
  reminded: loopOfRow,
  escalated: loopOfRow,
  accepted: rowOfRun,
  approved: rowOfRun,
  refused: rowOfRun,
  done: rowOfRun,
  extended: rowOfRun,
  'deadline-recomputed': few,
  stored: loopOfRow,
  'handed-over': rowOfRun,
  'result-mailed': few,
  'result-opened': few,
  'mailing-expired': few,
  'mailing-returned': few,
  'mailing-lost': few,
  'mailing-shut': few,
  'mailing-disowned': few,
  'address-disowned': few,
  'mailing-repeated': few,
  'output-formed': rowOfRun,
  'output-created': rowOfRun,
  'output-signed': rowOfRun,
  'output-delivered': rowOfRun,
  closed: rowOfRun,
  'place-proposed': few,
  'proposal-declined': few,
  'place-offered': few,
  'offer-accepted': few,
  'offer-declined': few,
  'offer-lapsed': few,
  withdrawn: once,
  outgrown: once,
  'complaint-filed': few,
  'complaint-reminded': few,
  'complaint-passed': few,
  'complaint-overdue': few,
  'complaint-answered': few,
  reopened: few,
  'output-withdrawn': few,
  'correction-begun': few,
};

/** How many notices the cabinet shows; the oldest are dropped first. */
export const NOTICES = 40;
/** How many characters a fact may have: facts are numbers, times and codes. */
const FACT = 300;

declare const kept: unique symbol;
/** Events within their caps. Only this file makes this type, so no other code can append. */
export type History = readonly Event[] & { readonly [kept]: true };

const none = [] as unknown as History;

/** Turns any events into a history: items written before there were caps are folded on reading. */
export const historyOf = (events: readonly Event[]): History => events.reduce(keep, none);

function keep(history: History, event: Event): History {
  const { first, last, each } = caps[event.code];
  const lines = [...history, bounded(event)];
  const alike = lines.flatMap((line, index) =>
    line.code === event.code && (each !== 'row' || line.row === event.row) ? [index] : [],
  );
  const [into, ...rest] = alike.slice(first, Math.max(first, alike.length - last));
  if (into === undefined || rest.length === 0) return lines as unknown as History;
  const folded = rest.reduce((line, index) => fold(line, lines[index]!), lines[into]!);
  return lines.flatMap((line, index) =>
    index === into ? [folded] : rest.includes(index) ? [] : [line],
  ) as unknown as History;
}

/** Two lines of a kind as one, with only what both have in common. */
function fold(earlier: Event, later: Event): Event {
  const { at, code, row, by, as, proposed, about, words } = earlier;
  const isSame = isAlike(earlier.facts, later.facts);
  return {
    ...{ at, code },
    ...(row !== undefined && row === later.row && { row }),
    ...(by !== undefined && by === later.by && { by }),
    ...(as && isAlike(as, later.as) && { as }),
    ...(proposed && isAlike(proposed, later.proposed) && { proposed }),
    ...(about && isAlike(about, later.about) && { about }),
    ...(words !== undefined && words === later.words && { words }),
    ...(earlier.facts && isSame && { facts: earlier.facts }),
    count: (earlier.count ?? 1) + (later.count ?? 1),
    until: later.until ?? later.at,
  };
}

const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const bounded = <Stated extends { readonly facts?: Event['facts'] }>(stated: Stated): Stated =>
  Object.values(stated.facts ?? {}).some((fact) => fact.length > FACT)
    ? {
        ...stated,
        facts: Object.fromEntries(Object.entries(stated.facts!).map(([name, f]) => [name, f.slice(0, FACT)])),
      }
    : stated;

/** Adds a notice. Beyond the cap it drops the oldest notice without a pending e-mail, if there is one. */
export function tell(notices: readonly Notice[], notice: Notice): Notice[] {
  const told = [...notices, bounded(notice)];
  if (told.length <= NOTICES) return told;
  const settled = told.findIndex(({ email }) => email !== 'pending');
  return told.toSpliced(Math.max(0, settled), 1);
}

interface Recorded {
  readonly events: History;
  readonly notices: readonly Notice[];
}

/** The request with one more line of history and one more notice. Only `record` in states.ts may use it. */
export const append = <R extends Recorded>(request: R, event: Event, notice?: Notice): R => ({
  ...request,
  events: keep(request.events, event),
  ...(notice && { notices: tell(request.notices, notice) }),
});
