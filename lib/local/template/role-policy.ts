import * as z from 'zod';

const many = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/**
 * A statement of a role's policy, in the form in which the stack writes them; any other form is refused when it is
 * read.
 */
const Statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.literal('Allow'),
  Action: many,
  Resource: many,
  Condition: z.strictObject({ StringEquals: z.record(z.string(), many) }).optional(),
});
export const Rights = z.array(Statement);
export type Rights = z.output<typeof Rights>;
