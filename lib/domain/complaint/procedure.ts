import * as z from 'zod';
import { Role } from '../access/roles.ts';
import data from '../../../statemachines/complaint.json' with { type: 'json' };

const Words = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) });

/** A ground as an event and a table name it: what people complain of. */
export const ComplaintGround = z.enum(['refusal', 'action', 'inaction']);
export type ComplaintGround = z.infer<typeof ComplaintGround>;

/** Who answers: a role, in the office that decides or in the akimat of its region. After the last level there is none. */
const Level = z.strictObject({
  name: z.enum(['head', 'above']),
  role: Role,
  at: z.enum(['office', 'akimat']),
  workingDays: z.int().min(1).max(60),
});
export type Level = z.infer<typeof Level>;

/** The one procedure by which complaints about requests are answered, whatever the service. People review it. */
export const ComplaintProcedure = z.strictObject({
  why: z.string().min(1),
  /** About one request, and in one complaint. */
  most: z.strictObject({ complaints: z.int().min(1).max(5), characters: z.int().min(100).max(5000) }),
  grounds: z.record(ComplaintGround, Words),
  levels: z.array(Level).min(1),
  readings: z.array(z.strictObject({ about: z.string(), source: z.string(), reading: z.string() })),
});

export const procedure = ComplaintProcedure.parse(data);
