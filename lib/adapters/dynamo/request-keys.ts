import { createHash } from 'node:crypto';
import { placeOf } from '../../domain/request/ownership.ts';
import { duesOf } from '../../domain/request/due.ts';
import { standingOf, type Standing } from '../../domain/request/queue/standing.ts';
import { isNumbered, isSubmitted, type Request } from '../../domain/request/request.ts';
import { sweepKeys } from './sweep-keys.ts';

/** The key of a request's item. */
export const requestKey = (id: string) => ({ pk: `REQUEST#${id}`, sk: 'REQUEST' });
/** The request whose item has this key. */
export const requestOf = (pk: unknown): string => String(pk).slice('REQUEST#'.length);

/** Values of the hash keys of indexes. */
export const keyOf = {
  applicant: (account: string) => `APPLICANT#${account}`,
  filer: (account: string) => `FILER#${account}`,
  /** Keys appear in metrics and traces: the IIN does not stand in them. */
  person: (iin: string) => `PERSON#${createHash('sha256').update(iin).digest('base64url')}`,
  openWork: (place: string) => `OFFICE#${place}`,
  ended: (office: string) => `ENDED#${office}`,
  worker: (account: string) => `WORKER#${account}`,
  register: (office: string) => `REGISTER#${office}`,
};

/** The index attributes of a request; an absent one keeps it out of the index. */
export function indexKeys(request: Request): Record<string, string> {
  const { id, applicant, filedBy, createdAt } = request;
  const work = isNumbered(request) && !request.work?.outcome ? request.work : undefined;
  const standing = standingOf(request);
  const begun = `${createdAt}#${id}`;
  return {
    ...(applicant.account !== undefined && {
      gsiApplicant: keyOf.applicant(applicant.account),
      gsiApplicantSk: begun,
    }),
    ...(filedBy && { gsiFiler: keyOf.filer(filedBy.account), gsiFilerSk: begun }),
    ...(isSubmitted(request) && { gsiPerson: keyOf.person(applicant.iin), gsiPersonSk: begun }),
    ...(standing && { gsiQueue: queueKey(request), gsiQueueSk: queueSort(standing) }),
    ...(work && { gsiOffice: keyOf.openWork(placeOf(request, work.by)), gsiOfficeSk: `${work.dueAt}#${id}` }),
    ...(isEnded(request) && { gsiOffice: keyOf.ended(request.office), gsiOfficeSk: `${request.closedAt}#${id}` }),
    ...(work?.claimedBy && { gsiWorker: keyOf.worker(work.claimedBy.account), gsiWorkerSk: `${work.dueAt}#${id}` }),
    ...registerKeys(request),
    ...('number' in request && request.number && { gsiNumber: `NUMBER#${request.number}` }),
    ...sweepKeys(request.id, duesOf(request)[0]),
  };
}

/** What was numbered stays in the register of the office, also when a system turns it away afterwards. */
function registerKeys(request: Request): Record<string, string> {
  const at = isNumbered(request)
    ? request.receivedAt
    : request.state === 'turned-away'
      ? request.numberedAt
      : undefined;
  return at === undefined ? {} : { gsiRegister: keyOf.register(request.office), gsiRegisterSk: `${at}#${request.id}` };
}

/** Is finished for its office. */
const isEnded = (request: Request) =>
  request.state === 'issued' ||
  request.state === 'refused' ||
  request.state === 'withdrawn' ||
  request.state === 'left' ||
  request.state === 'turned-away' ||
  request.state === 'taken-back';

/** There is one queue for each service and office. */
export const queueKey = ({ office, service }: Pick<Request, 'office' | 'service'>) => `QUEUE#${office}#${service}`;
/** The class leads; then the time of submission, so a request that returns to the queue gets its old position. */
export const queueSort = (standing: Standing) => `${standing.class}#${standing.at}#${standing.id}`;
/** The class and the month of submission of a sort key: each has a counter. */
export const segmentOf = (sort: string) => sort.slice(0, '50#2026-11'.length);
/** The class and the ten minutes of submission of a sort key: these have counters, too, for a month in which very many came. */
export const tenOf = (sort: string) => sort.slice(0, '50#2026-11-02T09:3'.length);
