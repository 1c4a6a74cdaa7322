import { logEvent } from '../../../lib/adapters/log.ts';
import { mailedAddress } from '../../../lib/domain/mailing/address.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import {
  armMailing,
  dropMailing,
  endMailing,
  mailAddressOf,
  mailingIn,
  recordMailed,
} from '../../../lib/domain/request/mailing/mailing.ts';
import { isLast, recordSending } from '../../../lib/domain/request/notify.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import type { RequestNeeds } from './sweep-request.ts';

/** What a letter with a secret in its address takes. */
export interface LetterNeeds extends Pick<RequestNeeds, 'sendMail' | 'publicUrl' | 'digestOf' | 'newSecret' | 'now'> {
  readonly requests: Pick<RequestNeeds['requests'], 'find' | 'replace'>;
}

/**
 * Mails the address of a page that gives the result. The secret in it is made here, and only its keyed hash is kept, before the mail goes
 * out; so a mail that is tried again has another secret, and only the last one opens the document.
 */
export async function sendResult(request: Request, notice: Notice, needs: LetterNeeds): Promise<void> {
  const { requests, sendMail, publicUrl, digestOf, newSecret, now } = needs;
  const secret = newSecret();
  const digest = await digestOf(secret);
  const armed = await changeRequest(requests, request.id, (current) => {
    const waiting = mailingIn(current, notice);
    return waiting?.state === 'waiting' ? armMailing(current, waiting.no, digest, now) : dropMailing(current, notice);
  });
  const mailing = isRefusal(armed) ? undefined : mailingIn(armed, notice);
  if (isRefusal(armed) || !mailing || mailing.digest !== digest) return;
  const to = mailAddressOf(armed);
  let sent = false;
  try {
    const words = { first: request.applicant.language, cabinetUrl: publicUrl };
    const url = mailedAddress(publicUrl, 'result', { request: request.id, secret });
    const mail = renderMail(notice.code, notice.facts, { ...words, link: { to: 'document', url } });
    sent = to !== undefined && (await sendMail(to, mail, notice.id));
  } finally {
    const isLost = !sent && isLast(notice);
    if (isLost) logEvent('mail-lost', { request: request.id });
    await changeRequest(requests, request.id, (current) => {
      const tried = recordSending(current, notice.id, sent);
      if (sent) return recordMailed(tried, mailing.no, now);
      return isLost ? endMailing(tried, mailing.no, 'lost', now) : tried;
    });
  }
}
