import { dayOf } from '../../lib/domain/language/dates.ts';
import { checkForm as check, type Circumstances } from '../../lib/domain/request/draft/form.ts';

/** The server's own check of a form, in the page, with the day in the offices' zone. */
export const checkForm = (
  fields: Parameters<typeof check>[0],
  values: Parameters<typeof check>[1],
  circumstances: Omit<Circumstances, 'today'>,
) => check(fields, values, { ...circumstances, today: dayOf(new Date().toISOString()) });
