import * as z from 'zod';
import data from '../../../statemachines/reopening.json' with { type: 'json' };

const Words = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) });

/** On which ground a head opens a refused request again. */
export const HeadGround = z.enum(['law', 'facts', 'new-facts']);
export type HeadGround = z.infer<typeof HeadGround>;

/** Why a refusal was withdrawn: the head's ground, or an upheld complaint about it. */
export const ReopeningGround = z.enum([...HeadGround.options, 'complaint']);
export type ReopeningGround = z.infer<typeof ReopeningGround>;

/** How a wrong refusal is put right, whatever the service. People review it. */
export const ReopeningRules = z.strictObject({
  why: z.string().min(1),
  /** For one request. */
  most: z.int().min(1).max(5),
  grounds: z.record(ReopeningGround, Words),
  readings: z.array(z.strictObject({ about: z.string(), source: z.string(), reading: z.string() })),
});

export const reopeningRules = ReopeningRules.parse(data);
