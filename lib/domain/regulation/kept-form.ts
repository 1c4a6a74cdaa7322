import * as z from 'zod';
import type { FormValues } from './form-values.ts';

/** The values of a form as a request keeps them; how many rows there are has been checked before. */
export const KeptForm = z.record(
  z.string(),
  z.union([z.string(), z.array(z.record(z.string(), z.string()))]),
) satisfies z.ZodType<FormValues>;
