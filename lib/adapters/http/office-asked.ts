import * as z from 'zod';
import type { Caller } from '../../domain/access/roles.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { findPlace } from '../../domain/regulation/places.ts';

/** The office of a report: employees have their own, the auditor names one. */
export const officeQuery = z.string().max(64).optional().meta({
  description: 'Code of the office (`GET /offices`): the auditor names one; others see their own and need not name it',
});

const wrong = (rule: 'choice' | 'required') =>
  refuse('input/invalid', { errors: [{ field: '/query/office', rule, expected: 'the code of an office' }] });

/**
 * Whose report the caller gets; undefined if the auditor names none.
 *
 * @returns `access/denied` for an employee without an office, and for one who names another's
 */
export function officeAsked({ role, office }: Caller, asked: string | undefined): string | Refusal | undefined {
  if (role === 'auditor') return asked === undefined || findPlace(asked) ? asked : wrong('choice');
  if (office === undefined || (asked !== undefined && asked !== office)) return refuse('access/denied');
  return office;
}

/** The same for a report that is always of one office. */
export const oneOfficeAsked = (caller: Caller, asked: string | undefined): string | Refusal =>
  officeAsked(caller, asked) ?? wrong('required');
