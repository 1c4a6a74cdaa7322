import * as z from 'zod';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { noticeOfTag } from '../../../lib/adapters/mail/notice-tag.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { endMailing, mailingIn } from '../../../lib/domain/request/mailing/mailing.ts';
import { recordReturned } from '../../../lib/domain/request/notify.ts';
import type { Request } from '../../../lib/domain/request/request.ts';

/**
 * What SES reports about a mail that it had accepted (event publishing, through EventBridge). Other mails do not have
 * our tag.
 */
const Returned = z.object({
  detail: z.object({
    eventType: z.enum(['Bounce', 'Complaint', 'Reject']),
    bounce: z.object({ bounceType: z.string() }).optional(),
    mail: z.object({ tags: z.object({ notice: z.array(z.string()).length(1) }) }),
  }),
});

/** The mail with the address of a result is over when it comes back. */
function noteIn(request: Request, id: string, now: Date): Request {
  const noted = recordReturned(request, id);
  const mailing = mailingIn(noted, { id });
  return mailing ? endMailing(noted, mailing.no, 'returned', now) : noted;
}

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
  readonly now: Date;
}

/**
 * A mail came back, or its reader marked it as unwanted: the notice records this, and the cabinet shows it. A temporary
 * bounce, such as an out-of-office reply, is counted and changes nothing.
 */
export async function noteReturn(event: unknown, { requests, accounts, now }: Needs): Promise<void> {
  const { eventType, bounce, mail } = Returned.parse(event).detail;
  const kind = bounce ? `${eventType} ${bounce.bounceType}` : eventType;
  logEvent('mail-returned', { kind: kind.slice(0, 40) });
  if (bounce && bounce.bounceType !== 'Permanent') return;
  const notice = noticeOfTag(mail.tags.notice[0]!);
  const [owner = ''] = notice.split(':');
  if (await requests.find(owner)) {
    await changeRequest(requests, owner, (request) => noteIn(request, notice, now));
    return;
  }
  if (!(await accounts.find(owner))) return;
  await accounts.change(owner, (kept) => {
    const told = recordReturned({ notices: kept.account.notices ?? [] }, notice);
    return { ...kept, account: { ...kept.account, ...told } };
  });
}
