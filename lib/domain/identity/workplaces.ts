import type { Role } from '../access/roles.ts';
import type { ServiceCard } from '../regulation/card.ts';

type Directory = Pick<ServiceCard, 'offices' | 'centres' | 'akims'>;

/** In which of a regulation's directories a role's office is looked for. The auditor and the administrator have none. */
const directories = {
  'con-operator': ['centres'],
  'mio-officer': ['offices'],
  'mio-head': ['offices'],
  akim: ['akims'],
  'commission-member': ['offices', 'akims'],
} as const satisfies Partial<Record<Role, readonly (keyof Directory)[]>>;

export const servesOffice = (role: Role): role is keyof typeof directories => Object.hasOwn(directories, role);

/** Whether some regulation names the office, centre or akim of this code as one where this role works. */
export const isWorkplace = (role: Role, code: string, cards: readonly Directory[]): boolean =>
  servesOffice(role) &&
  cards.some((card) => directories[role].some((directory) => card[directory].some((place) => place.code === code)));
