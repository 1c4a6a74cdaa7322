import * as z from 'zod';
import { groundWords, type Ground as Name } from './ground-words.ts';

/** A ground of the list. */
export const Ground = z.enum(Object.keys(groundWords) as [Name, ...Name[]]);
export type Ground = z.infer<typeof Ground>;
