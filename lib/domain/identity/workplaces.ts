import type { Role } from '../access/roles.ts';
import type { Place } from '../regulation/place.ts';

/** In which kinds of places a role works. The auditor and the administrator have none. */
const kinds = {
  'con-operator': ['centre'],
  'mio-officer': ['office'],
  'mio-head': ['office', 'akimat'],
  akim: ['akim'],
  'commission-member': ['office', 'akim'],
} as const satisfies Partial<Record<Role, readonly Place['kind'][]>>;

export const servesOffice = (role: Role): role is keyof typeof kinds => Object.hasOwn(kinds, role);

/** Whether some regulation names the office, centre or akim of this code as one where this role works. */
export const isWorkplace = (role: Role, code: string, places: readonly Pick<Place, 'code' | 'kind'>[]): boolean =>
  servesOffice(role) && places.some((place) => place.code === code && kinds[role].some((kind) => kind === place.kind));

/** Whether a post names a workplace of its role, or none where the role has none. */
export const fitsPost = (
  { role, office }: { readonly role: Role; readonly office?: string | undefined },
  isPlaceOf: (role: Role, office: string) => boolean,
): boolean => (servesOffice(role) ? isPlaceOf(role, office ?? '') : office === undefined);
