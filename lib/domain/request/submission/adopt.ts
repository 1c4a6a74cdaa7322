import type { Account } from '../../identity/account.ts';
import { isSubmitted, type Request } from '../request.ts';
import { record } from '../states.ts';

/**
 * A request of the account's former, unproved holder becomes the proved person's if it bears his own EDS and that was
 * not found wanting later. The address for e-mails was the unproved holder's word: it goes.
 */
export function adopt(request: Request, { id, iin, formerly }: Account, now: Date): Request {
  const { account, email: _, ...applicant } = request.applicant;
  const isProved =
    isSubmitted(request) &&
    !request.filedBy &&
    request.submission.signerIin === iin &&
    !(request.state === 'turned-away' && request.because === 'eds-unconfirmed');
  if (!isProved || formerly === undefined || account !== formerly) return request;
  const event = { at: now.toISOString(), code: 'taken-over' as const };
  return record('adopt', { ...request, applicant: { ...applicant, account: id } }, event);
}
