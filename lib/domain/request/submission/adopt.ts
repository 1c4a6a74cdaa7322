import type { Account } from '../../identity/account.ts';
import { isSubmitted, type Request } from '../request.ts';
import { record } from '../states.ts';

/**
 * Gives a request of the account's former, unproved holder to the proved person, if it has that person's EDS and a later
 * check did not refuse it. The e-mail address came from the unproved holder, so it is removed.
 */
export function adopt(request: Request, { id, iin }: Account, formerly: string, now: Date): Request {
  const { account, email: _, ...applicant } = request.applicant;
  const isProved =
    isSubmitted(request) &&
    !request.filedBy &&
    request.submission.signerIin === iin &&
    !(request.state === 'turned-away' && request.because === 'eds-unconfirmed');
  if (!isProved || account !== formerly) return request;
  const event = { at: now.toISOString(), code: 'taken-over' as const, by: id, as: { role: 'applicant' as const } };
  return record('adopt', { ...request, applicant: { ...applicant, account: id } }, event);
}

/**
 * Shows a request that an employee filed for a visitor in the cabinet of whoever is proved to hold the visitor's IIN. What the
 * employee typed says whose it is; the signature on it is the employee's own.
 */
export function adoptFiled(request: Request, { id, iin, confirmed, closed }: Account, now: Date): Request {
  const { applicant, filedBy } = request;
  const isTheirs = isSubmitted(request) && filedBy !== undefined && applicant.iin === iin;
  if (!isTheirs || applicant.account !== undefined || !confirmed || closed) return request;
  const event = { at: now.toISOString(), code: 'shown-in-cabinet' as const };
  return record('adopt', { ...request, applicant: { ...applicant, account: id } }, event);
}
