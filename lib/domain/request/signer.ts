import type { Role } from '../access/roles.ts';
import type { Account } from '../identity/account.ts';
import type { Request } from './request.ts';

/**
 * Who must have signed. `place` is the office, centre or akim in whose name an employee signs: the certificate must
 * bear its BIN. `headed`: the certificate must show a head, or somebody to whom the head gave the right to sign.
 */
export interface ExpectedSigner {
  readonly iin: string;
  readonly place?: string;
  readonly headed?: true;
}

/** An application: the applicant signs for themselves, an employee who files for a visitor in the name of their place. */
export const expectedOfApplication = ({ applicant, filedBy }: Request): ExpectedSigner =>
  filedBy ? { iin: filedBy.iin, place: filedBy.place } : { iin: applicant.iin };

/** The posts of heads: what these people sign, they sign as the head of the office. */
const headed: readonly Role[] = ['mio-head', 'akim'];

/** What somebody signs about a request during a session, such as an output or the answer to an offer. */
export const expectedOf = (
  { iin }: Pick<Account, 'iin'>,
  { role, office }: { readonly role: Role; readonly office?: string | undefined },
): ExpectedSigner => ({
  iin,
  ...(role !== 'applicant' && { place: office ?? '' }),
  ...(headed.includes(role) && { headed: true }),
});
