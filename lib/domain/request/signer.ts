import type { Caller } from '../access/roles.ts';
import type { Account } from '../identity/account.ts';
import { signerIinOf, type Request } from './request.ts';

/** What the EDS core must find in the signer's certificate. */
export interface ExpectedSigner {
  readonly iin: string;
  readonly role?: 'organisation';
}

/** Citizens sign for themselves, employees in the name of their organisation. */
const expect = (iin: string, employed: boolean): ExpectedSigner => ({ iin, ...(employed && { role: 'organisation' }) });

/** For the application: at its submission and in the machine's row. */
export const expectedOfApplication = (request: Request): ExpectedSigner =>
  expect(signerIinOf(request), request.filedBy !== undefined);

/** For what people sign in a session: an output, an answer to an offer. */
export const expectedOf = ({ iin }: Pick<Account, 'iin'>, { role }: Pick<Caller, 'role'>): ExpectedSigner =>
  expect(iin, role !== 'applicant');
