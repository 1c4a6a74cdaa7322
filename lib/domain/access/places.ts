import type { Counter, Worker } from '../regulation/words.ts';
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

/** At which counters a role files requests: the citizen for himself, an employee for whoever comes to him. */
export const filesAt: Readonly<Record<Role, readonly Counter[]>> = {
  applicant: ['portal'],
  'con-operator': ['con'],
  'mio-officer': ['mio'],
  'mio-head': ['mio'],
  akim: ['akim'],
  'commission-member': [],
  auditor: [],
  administrator: [],
};
