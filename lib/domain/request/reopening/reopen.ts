import type { DueTime } from '../../calendar/calendar.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { reopeningRules, type ReopeningGround } from '../../reopening/rules.ts';
import { decideAgain } from '../decide-again.ts';
import type { ActedAs } from '../event.ts';
import { noticeOf } from '../notify.ts';
import type { SignedAnswer } from '../offer.ts';
import { isNumbered, type Earlier, type Request } from '../request.ts';
import { record, takes } from '../states.ts';

interface Reopening {
  readonly ground: ReopeningGround;
  readonly at: string;
  readonly by: string;
  readonly as?: ActedAs | undefined;
  /** The head's word; an upheld complaint has a document of its own. */
  readonly signed?: SignedAnswer;
  /** Of the next run. */
  readonly due: DueTime;
}

/** Whether this refusal may be opened again: once, a few times for a request, and while there is still what was decided on. */
export function refuseReopening(request: Request): Refusal | undefined {
  if (!takes('reopen', request)) return refuse('reopening/not-refused');
  if (request.scansErasedAt !== undefined) return refuse('reopening/too-late');
  const times = request.events.filter(({ code }) => code === 'reopened').length;
  return times >= reopeningRules.most
    ? refuse('reopening/too-many', { facts: { most: reopeningRules.most } })
    : undefined;
}

/**
 * A wrong refusal is withdrawn, and the request is decided again; the applicant is told. The caller has checked who says so.
 */
export function reopen(request: Request, { ground, at, by, as, signed, due }: Reopening): Request | Refusal {
  const refused = refuseReopening(request);
  if (refused || !takes('reopen', request)) return refused ?? refuse('reopening/not-refused');
  const { number: document } = request.output;
  const again = decideAgain(request, at, due, { at, ground, ...(signed && { signed }) });
  const event = { at, code: 'reopened', by, ...(as && { as }), facts: { document, ground } } as const;
  const notice = noticeOf(request, { row: 'reopening', at: new Date(at) }, 'refusal-reopened', {
    ...{ number: request.number, document },
    ...due,
  });
  return record('reopen', again, event, notice);
}

/** The refusal that the present run replaces, with when and why it was withdrawn. */
export function replacedIn(request: Request): (Earlier & Required<Pick<Earlier, 'withdrawn'>>) | undefined {
  const last = isNumbered(request) ? request.earlier?.at(-1) : undefined;
  return last?.withdrawn ? { ...last, withdrawn: last.withdrawn } : undefined;
}
