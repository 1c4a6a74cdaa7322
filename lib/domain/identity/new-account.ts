import type { FieldError } from '../problem/problem.ts';
import { bornBy, namesBirth } from './iin.ts';
import { passwordFault } from './password.ts';

const expectations = {
  'password-has-iin': 'a password without the IIN in it',
  'password-too-even': 'at least 5 different characters',
  'password-common': 'a password that is not among the first that guessers try',
} as const satisfies Record<NonNullable<ReturnType<typeof passwordFault>>, string>;

/** What is wrong with a new password besides its length; `field` is where it was sent. */
export function passwordErrors(password: string, iin: string, field: string): FieldError[] {
  const fault = passwordFault(password, iin);
  return fault ? [{ field, rule: fault, expected: expectations[fault] }] : [];
}

/** Errors of a new account that show only when all fields and the day are known. */
export function newAccountFaults(
  { iin, password }: { readonly iin: string; readonly password?: string | undefined },
  now: Date,
): FieldError[] {
  // The latest date anywhere on Earth, so that no time zone makes a newborn's date lie in the future.
  const today = new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
  const birth = namesBirth(iin)
    ? { field: '/iin', rule: 'iin-birth-date', expected: 'a past date', given: iin }
    : {
        field: '/iin',
        rule: 'iin-at-counters',
        expected: 'a number that names a birth; others at a centre',
        given: iin,
      };
  return [
    ...(bornBy(iin, today) ? [] : [birth]),
    ...(password === undefined ? [] : passwordErrors(password, iin, '/password')),
  ];
}
