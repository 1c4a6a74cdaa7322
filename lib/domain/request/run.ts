import type { Event } from './event.ts';
import { isNumbered, type Request } from './request.ts';

/**
 * A run is one execution of the channel's machine. The first begins with the submission. Each accepted offer, each
 * reopened refusal and each correction begins another, which decides the request again.
 */
export const runOf = (request: Request): number =>
  'earlier' in request ? (request.earlier?.length ?? 0) + (request.earlierFolded ?? 0) : 0;

/** How an earlier run ended. Of a run that `earlier` has dropped nobody knows it; every machine can end as issued. */
export function endOfRun(request: Request, run: number): 'issued' | 'queued' | 'refused' {
  const { earlier = [], earlierFolded = 0 } = isNumbered(request) ? request : {};
  const ended = earlier[run === 0 ? 0 : run - earlierFolded];
  if (ended?.decision.outcome === 'refused') return 'refused';
  return ended?.decision.interim ? 'queued' : 'issued';
}

/** Whether the event began another run than the first. */
export const beginsRun = ({ code }: Event): boolean =>
  code === 'offer-accepted' || code === 'reopened' || code === 'correction-begun';

/** The history of the present or last run. A row of an earlier run does not count as performed in it. */
export const eventsOfRun = ({ events }: Pick<Request, 'events'>): readonly Event[] =>
  events.slice(events.findLastIndex(beginsRun) + 1);

/** Name and input of the run's execution. Starting the same name again has no effect. */
export function executionOf(request: Request) {
  const { id: requestId } = request;
  const again = runOf(request);
  return again === 0
    ? { name: requestId, input: { requestId } }
    : { name: `${requestId}-${again}`, input: { requestId, again } };
}
