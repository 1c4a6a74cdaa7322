import type { z } from 'zod';
import type { Applicant } from '../../domain/request/request.ts';
import type { Accounts } from './accounts.ts';

/** What a request copies of the account that makes it. A caller without account cannot be: the authorizer found it. */
export const applicantOf =
  (accounts: Pick<Accounts, 'find'>) =>
  async (id: string): Promise<z.output<typeof Applicant>> => {
    const account = await accounts.find(id);
    if (!account) throw new Error('the account of a live session is gone');
    const { iin, fullName, email, language } = account;
    return { account: id, iin, fullName, ...(email !== undefined && { email }), language };
  };
