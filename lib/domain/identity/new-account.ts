import type { FieldError } from '../problem/problem.ts';
import { bornBy } from './iin.ts';
import { passwordFault } from './password.ts';

const expectations = {
  'password-has-iin': 'a password without the IIN in it',
  'password-too-even': 'at least 5 different characters',
} as const satisfies Record<NonNullable<ReturnType<typeof passwordFault>>, string>;

/** What only all fields and the day together show to be wrong with a new account. */
export function newAccountFaults({ iin, password }: { iin: string; password: string }, now: Date): FieldError[] {
  const fault = passwordFault(password, iin);
  // The latest date anywhere on Earth, so that nobody is unborn by his time zone.
  const today = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  return [
    ...(bornBy(iin, today) ? [] : [{ field: '/iin', rule: 'iin-birth-date', expected: 'a past date', given: iin }]),
    ...(fault ? [{ field: '/password', rule: fault, expected: expectations[fault] }] : []),
  ];
}
