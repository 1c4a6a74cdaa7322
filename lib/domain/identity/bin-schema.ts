import * as z from 'zod';
import { binExpectations, checkBin } from './bin.ts';

/** A BIN as input. */
export const Bin = z
  .string()
  .superRefine((bin, context) => {
    const rule = checkBin(bin);
    if (rule) context.addIssue({ code: 'custom', message: binExpectations[rule], params: { rule } });
  })
  .meta({ pattern: '^[0-9]{12}$', description: 'BIN of an organisation: 12 digits, the last one a check digit' });
