import * as z from 'zod';
import data from '../../../statemachines/withdrawal.json' with { type: 'json' };

const Words = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) });

/** What an applicant's word does: it takes back a request that is not decided, or a child out of a queue. */
export const WithdrawalWay = z.enum(['take-back', 'leave-queue']);
export type WithdrawalWay = z.infer<typeof WithdrawalWay>;

/** How an applicant withdraws, whatever the service. People review it. */
export const WithdrawalRules = z.strictObject({
  why: z.string().min(1),
  statements: z.record(WithdrawalWay, Words),
  readings: z.array(z.strictObject({ about: z.string(), source: z.string(), reading: z.string() })),
});

export const withdrawalRules = WithdrawalRules.parse(data);
