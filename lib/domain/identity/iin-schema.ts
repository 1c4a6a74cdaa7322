import * as z from 'zod';
import { checkIin, expectations } from './iin.ts';

/** An IIN as input. `bornBy` refuses a birth date in the future, because it knows the day. */
export const Iin = z
  .string()
  .regex(/^[0-9]{12}$/, { abort: true, error: expectations['iin-digits'] })
  .superRefine((iin, context) => {
    const rule = checkIin(iin);
    if (rule) context.addIssue({ code: 'custom', message: expectations[rule], params: { rule } });
  });
