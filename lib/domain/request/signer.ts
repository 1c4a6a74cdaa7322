import type { Role } from '../access/roles.ts';
import type { Account } from '../identity/account.ts';
import { holdsMandate } from '../identity/mandate.ts';
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

/**
 * Who signs outputs: heads by their post, officers by a mandate that their head gave. Rows that the regulation gives to the head
 * (`by: head`) officers do not see, with or without a mandate.
 */
export const signs = { 'mio-head': 'post', akim: 'post', 'mio-officer': 'mandate' } as const satisfies Partial<
  Record<Role, 'post' | 'mandate'>
>;

/** What these people sign, they sign as the head of the office. */
const isHeaded = (role: Role): boolean => Object.hasOwn(signs, role) && signs[role as keyof typeof signs] === 'post';

/** Whether this person may sign an output at this moment. */
export const maySign = (account: Account, now: Date): boolean => isHeaded(account.role) || holdsMandate(account, now);

/** What somebody signs about a request during a session, such as an output or the answer to an offer. */
export const expectedOf = (
  { iin }: Pick<Account, 'iin'>,
  { role, office }: { readonly role: Role; readonly office?: string | undefined },
): ExpectedSigner => ({
  iin,
  ...(role !== 'applicant' && { place: office ?? '' }),
  ...(isHeaded(role) && { headed: true }),
});
