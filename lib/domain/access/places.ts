import type { Counter, Worker } from '../regulation/words.ts';
import type { Role } from './roles.ts';

/** The workers whose open work a role sees. */
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

/** At which counters a role files requests: citizens for themselves, employees for visitors. */
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
