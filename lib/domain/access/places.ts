import type { Worker } from '../regulation/words.ts';
import type { Request } from '../request/request.ts';
import type { Role } from './roles.ts';

/** Whose queues a role works in. */
export const worksAs: Readonly<Record<Role, readonly Worker[]>> = {
  applicant: [],
  'con-operator': ['con'],
  'mio-officer': ['mio'],
  'mio-head': ['mio', 'head'],
  akim: ['akim'],
  'commission-member': ['commission'],
  auditor: [],
  administrator: [],
};

/** Through which channels a role files requests: the citizen for himself, an employee for whoever comes to him. */
export const filesBy: Readonly<Record<Role, readonly string[]>> = {
  applicant: ['portal'],
  'con-operator': ['con'],
  'mio-officer': ['mio', 'paper'],
  'mio-head': ['mio', 'paper'],
  akim: ['akim'],
  'commission-member': [],
  auditor: [],
  administrator: [],
};

/** Where a worker of the request sits: the centre or akim that filed it, or the office that decides. */
export const placeOf = ({ office, filedBy, channel }: Request, worker: Worker): string =>
  (worker === 'con' && channel === 'con') || (worker === 'akim' && channel === 'akim')
    ? (filedBy?.place ?? office)
    : office;
