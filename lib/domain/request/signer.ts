import type { Caller } from '../access/roles.ts';
import type { Account } from '../identity/account.ts';
import { signerIinOf, type Request } from './request.ts';

/** What a signature must show of its signer, as the EDS core is asked for it. */
export interface ExpectedSigner {
  readonly iin: string;
  readonly role?: 'organisation';
}

/** A citizen signs for himself, an employee in the name of his organisation. */
const expect = (iin: string, employed: boolean): ExpectedSigner => ({ iin, ...(employed && { role: 'organisation' }) });

/** Of the application, whenever it is checked: at its submission and in the machine's row. */
export const expectedOfApplication = (request: Request): ExpectedSigner =>
  expect(signerIinOf(request), request.filedBy !== undefined);

/** Of what somebody signs about a request in a session: an output, an answer to an offer. */
export const expectedOf = ({ iin }: Pick<Account, 'iin'>, { role }: Pick<Caller, 'role'>): ExpectedSigner =>
  expect(iin, role !== 'applicant');
