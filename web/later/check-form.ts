import { binExpectations, checkBin } from '../../lib/domain/identity/bin.ts';
import { dayOf } from '../../lib/domain/language/dates.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import { checkForm as check, type Circumstances } from '../../lib/domain/request/draft/form.ts';

/** The server's own check of a form, in the page, with the day in the offices' zone. */
export const checkForm = (
  fields: Parameters<typeof check>[0],
  values: Parameters<typeof check>[1],
  circumstances: Omit<Circumstances, 'today'>,
) => check(fields, values, { ...circumstances, today: dayOf(new Date().toISOString()) });

/** What is wrong with the BIN of the organisation in whose name somebody applies. */
export function checkOrganisation(bin: string): FieldError[] {
  const rule = checkBin(bin);
  return rule ? [{ field: '/organisation/bin', rule, expected: binExpectations[rule] }] : [];
}
