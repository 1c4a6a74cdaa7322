import { placeOf } from '../../domain/access/places.ts';
import { isNumbered, isSubmitted, type Request } from '../../domain/request/request.ts';

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
    ...(work && { gsiOffice: `OFFICE#${placeOf(request, work.by)}`, gsiOfficeSk: `${work.dueAt}#${request.id}` }),
    ...('number' in request && request.number && { gsiNumber: `NUMBER#${request.number}` }),
    ...(sweepAt && { gsiSweep: 'REQUEST', gsiSweepAt: sweepAt }),
  };
}

/** The earliest moment at which something about the request may have to be done by the sweeper. */
export function nextSweep(request: Request): string | undefined {
  const moments = [
    request.state === 'draft' ? Date.parse(request.expiresAt) : undefined,
    isSubmitted(request) && request.pendingSince ? Date.parse(request.pendingSince) + PENDING_GRACE_MS : undefined,
    ...request.notices
      .filter((notice) => notice.email === 'pending')
      .map(({ at, attempts }) => Date.parse(at) + NOTICE_GRACE_MS * (2 ** attempts - 1)),
  ].filter((moment) => moment !== undefined);
  return moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : undefined;
}
