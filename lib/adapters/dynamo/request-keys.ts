import { placeOf } from '../../domain/request/ownership.ts';
import { duesOf } from '../../domain/request/due.ts';
import { standingOf, type Standing } from '../../domain/request/queue/standing.ts';
import { isNumbered, type Request } from '../../domain/request/request.ts';
import { sweepKeys } from './sweep-keys.ts';

/** The key of a request's item. */
export const requestKey = (id: string) => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' });
/** The request whose item has this key. */
export const requestOf = (pk: unknown): string => String(pk).slice('REQUEST#'.length);

/** The index attributes of a request; an absent one keeps it out of the index. */
export function indexKeys(request: Request): Record<string, string> {
  const work = isNumbered(request) && !request.work?.outcome ? request.work : undefined;
  const standing = standingOf(request);
  return {
    gsiApplicant: `APPLICANT#${request.applicant.account ?? request.filedBy?.account}`,
    gsiApplicantSk: `${request.createdAt}#${request.id}`,
    ...(standing && { gsiQueue: queueKey(request), gsiQueueSk: queueSort(standing) }),
    ...(work && { gsiOffice: `OFFICE#${placeOf(request, work.by)}`, gsiOfficeSk: `${work.dueAt}#${request.id}` }),
    ...('number' in request && request.number && { gsiNumber: `NUMBER#${request.number}` }),
    ...sweepKeys(request.id, duesOf(request)[0]),
  };
}

/** There is one queue for each service and office. */
export const queueKey = ({ office, service }: Pick<Request, 'office' | 'service'>) => `QUEUE#${office}#${service}`;
/** The class leads; then the time of submission, so a request that returns to the queue gets its old position. */
export const queueSort = (standing: Standing) => `${standing.class}#${standing.at}#${standing.id}`;
/** The class and the month of submission of a sort key: each has a counter. */
export const segmentOf = (sort: string) => sort.slice(0, '50#2026-11'.length);
