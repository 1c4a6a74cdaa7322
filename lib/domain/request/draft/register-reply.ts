import * as z from 'zod';
import { Instant } from '../../calendar/instant.ts';
import { tellingRegisters } from '../../regulation/words.ts';

const Register = z.enum(tellingRegisters);

/**
 * What registers were asked before the form was signed: whether the person agreed, how often in a day, and what was answered.
 * `values` are those of the form's fields; a register that is silent, or does not know the person, has none.
 */
export const RegisterData = z.object({
  consent: z.object({ given: z.boolean(), at: Instant, registers: z.array(Register) }),
  asked: z.object({ day: z.iso.date(), times: z.int().nonnegative() }),
  answers: z.array(
    z.object({
      register: Register,
      at: Instant,
      outcome: z.enum(['found', 'absent', 'silent']),
      /** What was asked for; all of it is entered by hand if the register does not tell it. */
      fields: z.array(z.string()),
      values: z.record(z.string(), z.string()),
      /** It was asked again and did not answer; what it told before still holds. */
      silentAt: Instant.optional(),
    }),
  ),
});
export type RegisterData = z.infer<typeof RegisterData>;
export type RegisterReply = RegisterData['answers'][number];
