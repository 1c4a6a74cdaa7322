import * as z from 'zod';
import { asMailed, isAddress, LONGEST } from './email-address.ts';

/** An address of e-mail, in the form in which it is mailed. */
export const Email = z
  .string()
  .max(LONGEST)
  .overwrite(asMailed)
  .refine(isAddress, 'an e-mail address')
  .meta({ format: 'email' });
