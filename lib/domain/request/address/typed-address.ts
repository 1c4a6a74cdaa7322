import type { Notice } from '../../notice/notice.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { endMailing, mailingsOf } from '../mailing/mailing.ts';
import { recordSending } from '../notify.ts';
import type { Request } from '../request.ts';
import { record, takes } from '../states.ts';

/**
 * Whether an employee typed the address for a visitor: nobody has shown that it is the visitor's, so the first letter says no
 * more than the number, and asks (docs/decisions/0044).
 */
const isUntold = ({ filedBy, applicant, typedAddress }: Request): boolean =>
  filedBy !== undefined && applicant.email !== undefined && typedAddress?.sentAt === undefined;

/** The mail with the address of a result is sent where the form says, and asks for the IIN. */
const isStatus = ({ code }: Notice): boolean => code !== 'result-mailed';

/** The notices that may be mailed: to a typed address the first one alone until it has gone. */
export function mailable(request: Request): readonly Notice[] {
  if (!isUntold(request)) return request.notices;
  const first = request.notices.find((notice) => isStatus(notice) && notice.email === 'pending');
  return request.notices.filter((notice) => !isStatus(notice) || notice === first);
}

/** Whether this notice goes out as the letter that asks, in place of its own text. */
export const isFirstLetter = (request: Request, { id }: Pick<Notice, 'id'>): boolean =>
  isUntold(request) &&
  mailable(request).some((notice) => notice.id === id && isStatus(notice) && notice.email === 'pending');

/** Before the letter goes out. The link of an attempt before disowns nothing more. */
export const armLetter = (request: Request, notice: Notice, digest: string): Request =>
  isFirstLetter(request, notice) ? { ...request, typedAddress: { digest } } : request;

/** The mail service has accepted it, or not: then it is tried again, as every notice is. */
export function recordLetter(request: Request, { id }: Notice, sent: boolean, now: Date): Request {
  const tried = recordSending(request, id, sent);
  return sent && tried.typedAddress
    ? { ...tried, typedAddress: { ...tried.typedAddress, sentAt: now.toISOString() } }
    : tried;
}

/** Whoever reads the letters says that they are not theirs: nothing about the request is mailed any more, and the address is forgotten. */
export function disown(request: Request, digest: string, now: Date): Request | Refusal {
  const { typedAddress } = request;
  if (typedAddress?.digest !== digest || !takes('disown-address', request)) return refuse('mailing/unknown');
  if (typedAddress.disownedAt !== undefined) return request;
  const { email: _, ...applicant } = request.applicant;
  const at = now.toISOString();
  const silent = mailingsOf(request).reduce(
    (current: typeof request, { no }) => endMailing(current, no, 'disowned', now) as typeof request,
    { ...request, applicant, typedAddress: { ...typedAddress, disownedAt: at } },
  );
  const notices = silent.notices.map((each) => (each.email === 'pending' ? { ...each, email: 'none' as const } : each));
  return record('disown-address', { ...silent, notices }, { at, code: 'address-disowned' });
}
