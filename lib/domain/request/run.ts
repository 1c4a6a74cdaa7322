import type { Event } from './event.ts';
import type { Request } from './request.ts';

/**
 * A run is one execution of the channel's machine. The first begins with the submission. Each accepted offer begins
 * another, which decides the request again.
 */
export const runOf = (request: Request): number =>
  'earlier' in request ? (request.earlier?.length ?? 0) + (request.earlierFolded ?? 0) : 0;

/** The history of the present or last run. A row of an earlier run does not count as performed in it. */
export const eventsOfRun = ({ events }: Pick<Request, 'events'>): readonly Event[] =>
  events.slice(events.findLastIndex(({ code }) => code === 'offer-accepted') + 1);

/** Name and input of the run's execution. Starting the same name again has no effect. */
export function executionOf(request: Request) {
  const { id: requestId } = request;
  const again = runOf(request);
  return again === 0
    ? { name: requestId, input: { requestId } }
    : { name: `${requestId}-${again}`, input: { requestId, again } };
}
