import { logEvent } from '../../../lib/adapters/log.ts';
import { mailedAddress } from '../../../lib/domain/mailing/address.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isRefusal } from '../../../lib/domain/problem/problem.ts';
import { armLetter, recordLetter } from '../../../lib/domain/request/address/typed-address.ts';
import { changeRequest } from '../../../lib/domain/request/change.ts';
import { isLast } from '../../../lib/domain/request/notify.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import type { LetterNeeds } from './send-result.ts';

/**
 * The first letter to an address that an employee typed: the number alone, and a link by which its reader says that it is not theirs. It
 * takes the place of the first notice, which the cabinet and the counter show in full. The secret is made here, as that of a mailed result is.
 */
export async function sendFirstLetter(request: Request, notice: Notice, needs: LetterNeeds): Promise<void> {
  const { requests, sendMail, publicUrl, digestOf, newSecret, now } = needs;
  const secret = newSecret();
  const digest = await digestOf(secret);
  const armed = await changeRequest(requests, request.id, (current) => armLetter(current, notice, digest));
  // Somebody else was quicker, or the request has no address any more.
  if (isRefusal(armed) || armed.typedAddress?.digest !== digest) return;
  const { email, language } = armed.applicant;
  let sent = false;
  try {
    const url = mailedAddress(publicUrl, 'not-mine', { request: request.id, secret });
    const facts = 'number' in armed && armed.number !== undefined ? { number: armed.number } : {};
    const mail = renderMail('address-typed', facts, {
      first: language,
      cabinetUrl: publicUrl,
      link: { to: 'disown', url },
    });
    sent = email !== undefined && (await sendMail(email, mail, notice.id));
  } finally {
    if (!sent && isLast(notice)) logEvent('mail-lost', { request: request.id });
    await changeRequest(requests, request.id, (current) => recordLetter(current, notice, sent, now));
  }
}
