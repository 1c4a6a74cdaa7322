import type { Account } from '../../identity/account.ts';
import type { DraftRequest } from '../request.ts';

/** The account's holder as a request stores them: what the service needs, copied when the draft is made. */
export const applicantOf = ({ id, iin, fullName, email, language }: Account): DraftRequest['applicant'] => ({
  account: id,
  iin,
  fullName,
  language,
  ...(email && { email }),
});
