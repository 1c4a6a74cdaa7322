import * as z from 'zod';
import { unusualWords } from './unusual-words.ts';

export const Unusual = z.enum(
  Object.keys(unusualWords) as [keyof typeof unusualWords, ...(keyof typeof unusualWords)[]],
);
export type Unusual = z.infer<typeof Unusual>;
