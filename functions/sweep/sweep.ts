import type { RequestTable } from '../../lib/adapters/dynamo/requests.ts';
import { NOTICE_ATTEMPTS } from '../../lib/adapters/dynamo/request-keys.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import { logEvent, logFailure } from '../../lib/adapters/log.ts';
import type { Machines } from '../../lib/adapters/machine/machines.ts';
import type { SendMail } from '../../lib/adapters/mail/send-mail.ts';
import type { Attachments } from '../../lib/adapters/s3/attachments.ts';
import { renderMail } from '../../lib/domain/notice/mail.ts';
import { isRefusal } from '../../lib/domain/problem/problem.ts';
import type { ServiceCard } from '../../lib/domain/regulation/cards.ts';
import { changeRequest } from '../../lib/domain/request/change.ts';
import { discard } from '../../lib/domain/request/draft.ts';
import { recordSending } from '../../lib/domain/request/notify.ts';
import { lapseOffer } from '../../lib/domain/request/queue.ts';
import { isDraft, isSubmitted, type Request } from '../../lib/domain/request/request.ts';
import { sweepAccounts } from './sweep-accounts.ts';

export interface Needs {
  readonly requests: RequestTable;
  readonly accounts: Pick<Accounts, 'listDue' | 'change'>;
  readonly attachments: Pick<Attachments, 'remove'>;
  readonly machines: Machines;
  readonly sendMail: SendMail;
  readonly findService: (id: string) => ServiceCard | undefined;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Requests a run looks at; the next run, a minute later, goes on. */
const BATCH = 200;

/**
 * Repeats what was recorded and not done: drafts that have expired, submissions whose machine was not started, outcomes
 * that the machine was not told, notices that were not sent, of requests and of accounts; and ends
 * the offers that nobody has answered. One that fails does not stop the others.
 */
export async function sweep(needs: Needs): Promise<{ swept: number; failed: number }> {
  const due = await needs.requests.listDue(needs.now, BATCH);
  let failed = 0;
  for (const request of due) {
    try {
      await sweepRequest(request, needs);
    } catch (error) {
      failed += 1;
      logFailure(request.id, error);
    }
  }
  const accounts = await sweepAccounts(needs, BATCH);
  const all = { due: due.length + accounts.due, failed: failed + accounts.failed };
  logEvent('swept', all);
  return { swept: all.due - all.failed, failed: all.failed };
}

async function sweepRequest(request: Request, needs: Needs): Promise<void> {
  if (isDraft(request)) return expireDraft(request, needs);
  if (isSubmitted(request) && request.pending) await repeatPending(request, needs);
  if (request.state === 'queued')
    await changeRequest(needs.requests, request.id, (current) => lapseOffer(current, needs.now));
  for (const notice of request.notices.filter(({ email }) => email === 'pending'))
    await sendNotice(request, notice, needs);
}

async function expireDraft(request: Request, { requests, attachments, now }: Needs) {
  const expired = await changeRequest(requests, request.id, (current) =>
    // Touched while the sweeper was on its way: it lives on.
    isDraft(current) && Date.parse(current.expiresAt) <= now.getTime()
      ? discard(current, 'draft-expired', now)
      : current,
  );
  if (isRefusal(expired) || expired.state !== 'discarded') return;
  for (const { id } of request.attachments) await attachments.remove(request.id, id);
}

type Submitted = Extract<Request, { pending?: unknown }>;

/** The second of two writes. It may have been done: both can be repeated, and the next row clears `pending`. */
async function repeatPending(request: Submitted, { requests, machines, findService, now }: Needs) {
  const service = findService(request.service);
  if (request.pending === 'start' && service) await machines.start(request, service.machine);
  if (request.pending === 'signal' && 'work' in request && request.work?.outcome)
    await machines.signal(request.work.token, request.work.outcome);
  await changeRequest(requests, request.id, (current) =>
    isSubmitted(current) && current.pending ? { ...current, pendingSince: now.toISOString() } : current,
  );
}

async function sendNotice(request: Request, notice: Request['notices'][number], needs: Needs) {
  const { requests, sendMail, findService, publicUrl } = needs;
  const { email, language } = request.applicant;
  const zone = findService(request.service)?.zone;
  const mail = renderMail(notice.code, notice.facts, { first: language, cabinetUrl: publicUrl, ...(zone && { zone }) });
  const sent = email !== undefined && (await sendMail(email, mail, notice.id));
  await changeRequest(requests, request.id, (current) => recordSending(current, notice.id, sent, NOTICE_ATTEMPTS));
}
