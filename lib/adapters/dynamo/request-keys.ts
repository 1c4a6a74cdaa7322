import { placeOf } from '../../domain/request/ownership.ts';
import { duesOf } from '../../domain/request/due.ts';
import { isNumbered, type Request, type SubmittedRequest } from '../../domain/request/request.ts';
import { sweepKeys } from './sweep-keys.ts';

/** The index attributes of a request; an absent one keeps it out of the index. */
export function indexKeys(request: Request): Record<string, string> {
  const work = isNumbered(request) && !request.work?.outcome ? request.work : undefined;
  return {
    gsiApplicant: `APPLICANT#${request.applicant.account ?? request.filedBy?.account}`,
    gsiApplicantSk: `${request.createdAt}#${request.id}`,
    ...(request.state === 'queued' && {
      gsiOffice: queueKey(request.office, request.service),
      gsiOfficeSk: queueSort(request),
    }),
    ...(work && { gsiOffice: `OFFICE#${placeOf(request, work.by)}`, gsiOfficeSk: `${work.dueAt}#${request.id}` }),
    ...('number' in request && request.number && { gsiNumber: `NUMBER#${request.number}` }),
    ...sweepKeys(request.id, duesOf(request)[0]),
  };
}

/** There is one queue for each service and office. */
export const queueKey = (office: string, service: string) => `QUEUE#${office}#${service}`;
/** Sorted by the time of submission, so a request that returns to the queue gets its old position. */
export const queueSort = ({ id, submission }: Pick<SubmittedRequest, 'id' | 'submission'>) => `${submission.at}#${id}`;
