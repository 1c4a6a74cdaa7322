import type { Digest } from '../../../lib/adapters/dynamo/table-secret.ts';
import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { finishWithdrawal, startRun } from '../../../lib/adapters/machine/start-again.ts';
import type { Machines } from '../../../lib/adapters/machine/machines.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import type { SendMail } from '../../../lib/adapters/mail/send-mail.ts';
import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { tellOthers } from '../../../lib/adapters/identity/tell-others.ts';
import { departmentIn } from '../../../lib/domain/calendar/calendar.ts';
import { officeOf } from '../../../lib/domain/regulation/open-hours.ts';
import { zoneOf } from '../../../lib/domain/regulation/zone-of.ts';
import { passComplaints } from '../../../lib/domain/request/complaint/complaining.ts';
import { whereDecides } from '../../../lib/domain/request/where.ts';
import { discard } from '../../../lib/domain/request/draft/draft.ts';
import { erasureAt, erasuresOf, recordScansErased, recordStrayGone } from '../../../lib/domain/request/erasure.ts';
import { duesOf, type DueKind } from '../../../lib/domain/request/due.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isFirstLetter, mailable } from '../../../lib/domain/request/address/typed-address.ts';
import { expireMailings } from '../../../lib/domain/request/mailing/mailing.ts';
import { isLast, recordSending, sendable } from '../../../lib/domain/request/notify.ts';
import { outgrow } from '../../../lib/domain/request/queue/leave.ts';
import { lapseOffer } from '../../../lib/domain/request/queue/queue.ts';
import { isDraft, isSubmitted, type Request } from '../../../lib/domain/request/request.ts';
import { signalOutcome } from '../../../lib/domain/request/work/change-work.ts';
import { renewRequest, type RenewingNeeds } from './renew-request.ts';
import { sendFirstLetter } from './send-first-letter.ts';
import { sendResult } from './send-result.ts';
import { stampRequest, type StampingNeeds } from './stamp-request.ts';
import { tryAll } from './try-all.ts';

export interface RequestNeeds extends StampingNeeds, RenewingNeeds {
  readonly requests: Pick<RequestTable, 'find' | 'replace' | 'erase'>;
  readonly accounts: Pick<Accounts, 'find' | 'findByIin' | 'listPeople' | 'change' | 'erase' | 'absencesAt'>;
  readonly attachments: Pick<Attachments, 'list' | 'remove'>;
  readonly documents: Pick<Documents, 'read' | 'write' | 'eraseFolder'>;
  readonly machines: Machines;
  readonly register: Pick<IssuedDocuments, 'record' | 'prove'>;
  readonly sendMail: SendMail;
  /** The keyed hash of the secret in a mailed address, and such secrets. */
  readonly digestOf: Digest;
  readonly newSecret: () => string;
  readonly findService: FindService;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Does everything that is due about a request, not only what its key names. */
export async function sweepRequest(id: string, needs: RequestNeeds): Promise<void> {
  const request = await needs.requests.find(id);
  if (!request) return;
  const due = duesOf(request).filter(({ at }) => at <= needs.now);
  // It has an outdated key; any write gives it the right one.
  if (due.length === 0) await needs.requests.replace({ ...request, version: request.version + 1 }, request);
  // Clearing away writes the item, and so its key: it waits until nothing else is due, or what fails would come again at once.
  const urgent = due.filter(({ kind }) => kind !== 'stray' && kind !== 'erase');
  await tryAll(urgent.length > 0 ? urgent : due, ({ kind }) => acts[kind](request, needs));
}

type Act = (request: Request, needs: RequestNeeds) => Promise<unknown>;

const acts: Readonly<Record<DueKind, Act>> = {
  restart: async (request, needs) => {
    if (isSubmitted(request) && request.pending === 'record') return finishWithdrawal(request, needs);
    await startRun(request, needs);
    await countRepeat(request, needs);
  },
  signal: async (request, needs) => {
    await signalOutcome(request, needs);
    await countRepeat(request, needs);
  },
  lapse: ({ id }, { requests, now }) => changeRequest(requests, id, (current) => lapseOffer(current, now)),
  outgrow: ({ id }, { requests, now }) => changeRequest(requests, id, (current) => outgrow(current, now)),
  complaint: async (request, { requests, findService, now }) => {
    const service = findService(request.service, request.regulationVersion);
    const office = service ? officeOf(service, whereDecides(request)) : departmentIn(zoneOf(request.service));
    await changeRequest(requests, request.id, (current) => passComplaints(current, office, now));
  },
  stamp: stampRequest,
  mailing: ({ id }, { requests, now }) => changeRequest(requests, id, (current) => expireMailings(current, now)),
  expiry: expireDraft,
  mail: (request, needs) =>
    tryAll(sendable(mailable(request), needs.now), (notice) => sendNotice(request, notice, needs)),
  tell: tellOthers,
  renew: renewRequest,
  stray: removeStray,
  erase,
  account: () => Promise.reject(new Error('a request is no account')),
};

/** The second write may have succeeded already. It can be repeated, and the next row clears `pending`. */
const countRepeat = ({ id }: Request, { requests, now }: RequestNeeds) =>
  changeRequest(requests, id, (current) =>
    isSubmitted(current) && current.pending
      ? { ...current, pendingSince: now.toISOString(), pendingRepeats: (current.pendingRepeats ?? 0) + 1 }
      : current,
  );

async function expireDraft(request: Request, { requests, attachments, now }: RequestNeeds) {
  const expired = await changeRequest(requests, request.id, (current) =>
    // Somebody changed or held the draft meanwhile, so it stays.
    isDraft(current) && !current.hold && Date.parse(current.expiresAt) <= now.getTime()
      ? discard(current, 'draft-expired', now)
      : current,
  );
  if (isRefusal(expired) || expired.state !== 'discarded') return;
  await tryAll(request.attachments, ({ id }) => attachments.remove(request.id, id));
}

/** What has been kept for its term goes: objects first, then what names them. A hold that came meanwhile stops it. */
async function erase({ id }: Request, { requests, attachments, documents, now }: RequestNeeds) {
  const request = await requests.find(id);
  if (!request || (erasureAt(request) ?? Infinity) > now.getTime()) return;
  const isWhole = erasuresOf(request).some((each) => each.what === 'request' && each.at <= now);
  await tryAll(await attachments.list(id), (attachment) => attachments.remove(id, attachment));
  if (!isWhole) {
    await changeRequest(requests, id, (current) => (current.hold ? current : recordScansErased(current, now)));
    return;
  }
  await documents.eraseFolder(`requests/${id}`);
  logEvent('erased', { request: id });
  await requests.erase(request);
}

/** Removes uploads that the request does not name: those of a deleted draft, or of a removed scan. */
async function removeStray({ id }: Request, { requests, attachments, now }: RequestNeeds) {
  const request = await requests.find(id);
  if (!request || isDraft(request)) return;
  const named = new Set(request.attachments.map((attachment) => attachment.id));
  const stray = (await attachments.list(id)).filter((attachment) => !named.has(attachment));
  await tryAll(stray, (attachment) => attachments.remove(id, attachment));
  await changeRequest(requests, id, (current) => recordStrayGone(current, now));
}

/** Each attempt is counted, whatever its result: a text that cannot be made is given up like one that cannot be sent. */
async function sendNotice(request: Request, notice: Notice, needs: RequestNeeds) {
  if (notice.code === 'result-mailed') return sendResult(request, notice, needs);
  if (isFirstLetter(request, notice)) return sendFirstLetter(request, notice, needs);
  const { requests, sendMail, findService, publicUrl } = needs;
  const { email, language } = request.applicant;
  const zone = findService(request.service, request.regulationVersion)?.zone;
  let sent = false;
  try {
    const words = { first: language, cabinetUrl: publicUrl, ...(zone && { zone }) };
    const mail = renderMail(notice.code, notice.facts, words);
    sent = email !== undefined && (await sendMail(email, mail, notice.id));
  } finally {
    if (!sent && isLast(notice)) logEvent('mail-lost', { request: request.id });
    await changeRequest(requests, request.id, (current) => recordSending(current, notice.id, sent));
  }
}
