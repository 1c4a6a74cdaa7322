import type { Role, Holder } from '../access/roles.ts';
import { holdsMandate } from '../identity/mandate.ts';
import type { Request } from './request.ts';

/**
 * Who must have signed. `organisation` is the BIN of a legal person that applies: the certificate must be of its head, or of somebody
 * with the right to sign for it. `inPerson`: the certificate must be the person's own, and of no organisation. `place` is the office, centre or akim in whose name an employee signs: the certificate must
 * bear its BIN. `headed`: the certificate must show a head, or somebody to whom the head gave the right to sign.
 */
export interface ExpectedSigner {
  readonly iin: string;
  readonly organisation?: string;
  readonly inPerson?: true;
  readonly place?: string;
  readonly headed?: true;
}

/** As what an applicant signs: the head of their organisation, or themselves. */
const standing = ({ organisation }: Pick<Request, 'organisation'>) =>
  organisation ? { organisation: organisation.bin } : { inPerson: true as const };

/** An application: the applicant signs as what they apply, an employee who files for a visitor in the name of their place. */
export const expectedOfApplication = (
  request: Pick<Request, 'applicant' | 'filedBy' | 'organisation'>,
): ExpectedSigner =>
  request.filedBy
    ? { iin: request.filedBy.iin, place: request.filedBy.place }
    : { iin: request.applicant.iin, ...standing(request) };

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
export const maySign = (account: Holder, now: Date): boolean => isHeaded(account.role) || holdsMandate(account, now);

/** What an employee signs during a session, such as an output, or anybody's word about a `request`, such as the answer to an offer. */
export const expectedOf = (
  { iin }: Pick<Holder, 'iin'>,
  { role, office }: { readonly role: Role; readonly office?: string | undefined },
  request: Pick<Request, 'organisation'> = {},
): ExpectedSigner => ({
  iin,
  ...(role === 'applicant' ? standing(request) : { place: office ?? '' }),
  ...(isHeaded(role) && { headed: true }),
});
