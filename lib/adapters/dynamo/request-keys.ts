import { placeOf } from '../../domain/access/places.ts';
import { openOfferOf } from '../../domain/request/offer.ts';
import {
  isNumbered,
  isSubmitted,
  type Request,
  type RequestIn,
  type SubmittedRequest,
} from '../../domain/request/request.ts';

/** A pending second write is left alone this long: usually the first attempt has done it. */
const PENDING_GRACE_MS = 60_000;
/** A notice is sent at once; after a failure it is tried again after this, doubled at each attempt. */
const NOTICE_GRACE_MS = 60_000;
export const NOTICE_ATTEMPTS = 8;

/** The index attributes of a request; absent ones keep it out of the index. */
export function indexKeys(request: Request): Record<string, string> {
  const sweepAt = nextSweep(request);
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
    ...(sweepAt && { gsiSweep: 'REQUEST', gsiSweepAt: sweepAt }),
  };
}

/** The queue is one for a service and office. */
export const queueKey = (office: string, service: string) => `QUEUE#${office}#${service}`;
/** By the time of submission: whoever comes back into the queue stands where he stood. */
export const queueSort = ({ id, submission }: Pick<SubmittedRequest, 'id' | 'submission'>) => `${submission.at}#${id}`;

/** The earliest moment at which something about the request may have to be done by the sweeper. */
export function nextSweep(request: Request): string | undefined {
  const moments = [
    request.state === 'draft' ? Date.parse(request.expiresAt) : undefined,
    isSubmitted(request) && request.pendingSince ? Date.parse(request.pendingSince) + PENDING_GRACE_MS : undefined,
    nextNotice(request.notices),
    request.state === 'queued' ? lapseAt(request) : undefined,
  ].filter((moment) => moment !== undefined);
  return moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : undefined;
}

/** Epoch milliseconds at which the first of the notices is to be sent; undefined when none is pending. */
export function nextNotice(notices: Request['notices']): number | undefined {
  const moments = notices
    .filter(({ email }) => email === 'pending')
    .map(({ at, attempts }) => Date.parse(at) + NOTICE_GRACE_MS * (2 ** attempts - 1));
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

function lapseAt({ queue }: RequestIn<'queued'>): number | undefined {
  const open = openOfferOf(queue);
  return open && Date.parse(open.dueAt);
}
