import { isDecided, type Request } from '../request.ts';

/**
 * The class of who has no benefit. Classes are two digits, so that they sort as text; a lower one goes first, and there is
 * room for new ones between two.
 */
export const GENERAL = 50;

/** Where a request stands in the queue of its service and office: by class, then by submission. */
export interface Standing {
  readonly class: number;
  /** When it was submitted. */
  readonly at: string;
  readonly id: string;
}

/**
 * The standing of a request that waits, from the decision that registers it until its place is accepted or it leaves. It
 * never changes meanwhile: an offer, an answer and the time do not touch it.
 */
export function standingOf(request: Request): Standing | undefined {
  if (!isDecided(request) || (request.state !== 'queued' && request.state !== 'decided')) return undefined;
  const { decision, submission, id } = request;
  if (decision.outcome !== 'approved' || !decision.interim) return undefined;
  return { class: decision.class ?? GENERAL, at: submission.at, id };
}

/** How somebody came into a queue or out of it. */
export type Move = 'joined' | 'placed' | 'left' | 'outgrown' | 'moved';

/** What a change of a request is for its queue, by the request after it. */
export function moveOf(after: Request | undefined): Exclude<Move, 'joined'> {
  if (after && standingOf(after)) return 'moved';
  if (after?.state === 'left') return after.left.because === 'age' ? 'outgrown' : 'left';
  return after?.state === 'in-progress' ? 'placed' : 'left';
}
