import * as z from 'zod';
import { registries } from '../../domain/regulation/words.ts';

/** Parts of the demo authority, which asks the stand-ins how it is to answer. */
export const authorityParts = ['tsa', 'ocsp'] as const;
export type AuthorityPart = (typeof authorityParts)[number];

/** What can be spoilt, each by itself: a register, the payments, timestamps, answers about certificates, or the mail. */
export const parts = [...registries, 'payments', ...authorityParts, 'mail'] as const;
export type Part = (typeof parts)[number];

/** `slow` answers late, `down` gives no answer, `unknown` knows nobody and no payment, `ok` answers again. */
export const moods = ['slow', 'down', 'unknown', 'ok'] as const;

/** How long a slow part may take, seconds. */
export const SLOWEST = 120;
/** Just within the ten seconds that e-akimat waits. */
export const SLOW = 9;

export const Mood = z.strictObject({
  mood: z.enum(moods),
  /** Only for `slow`. */
  seconds: z.number().positive().max(SLOWEST).optional(),
});
export type Mood = z.infer<typeof Mood>;

/** How each part answers now; all are well at first. */
export type Moods = Record<Part, Mood>;
export const wellAtFirst = (): Moods =>
  Object.fromEntries(parts.map((part) => [part, { mood: 'ok' } as const])) as Moods;

export const isPart = (name: string): name is Part => parts.some((each) => each === name);
