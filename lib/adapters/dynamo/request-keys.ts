import { placeOf } from '../../domain/request/ownership.ts';
import { duesOf } from '../../domain/request/due.ts';
import { isNumbered, type Request, type SubmittedRequest } from '../../domain/request/request.ts';
import { sweepKeys } from './sweep-keys.ts';

/** The index attributes of a request; absent ones keep it out of the index. */
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

/** The queue is one for a service and office. */
export const queueKey = (office: string, service: string) => `QUEUE#${office}#${service}`;
/** By the time of submission: whoever comes back into the queue stands where he stood. */
export const queueSort = ({ id, submission }: Pick<SubmittedRequest, 'id' | 'submission'>) => `${submission.at}#${id}`;
