import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { NoticeCode } from './codes.ts';

/**
 * Something that people are to be told: `holder`, whoever an EDS has proved to hold the applicant's IIN; `heads`, of the office
 * that decides; `worker`, whoever then has the open work; `applicant`, if it still stands at its time. It is written with its cause, and the sweeper tells it at its time.
 */
export const Telling = z.object({
  id: z.string(),
  to: z.enum(['holder', 'heads', 'worker', 'applicant']),
  /** Of which place the heads are; absent for the office that decides. */
  place: z.string().optional(),
  at: Instant,
  code: NoticeCode,
  facts: z.record(z.string(), z.string()),
});
export type Telling = z.infer<typeof Telling>;
