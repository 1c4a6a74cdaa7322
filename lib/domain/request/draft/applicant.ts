import type { Account } from '../../identity/account.ts';
import type { DraftRequest } from '../request.ts';

/** The person of the account as a request keeps him: what the service needs, frozen when the draft is made. */
export const applicantOf = ({ id, iin, fullName, email, language }: Account): DraftRequest['applicant'] => ({
  account: id,
  iin,
  fullName,
  language,
  ...(email && { email }),
});
