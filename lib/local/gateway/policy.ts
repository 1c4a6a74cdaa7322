import * as z from 'zod';
import { like } from '../iam/pattern.ts';

const many = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const Statement = z.object({ Effect: z.enum(['Allow', 'Deny']), Action: many, Resource: many });

/** What a Lambda authorizer returns (API Gateway guide, "Output from an API Gateway Lambda authorizer"). */
export const AuthorizerAnswer = z.object({
  principalId: z.string().min(1),
  policyDocument: z.object({ Statement: z.union([Statement, z.array(Statement)]).transform((each) => [each].flat()) }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type AuthorizerAnswer = z.output<typeof AuthorizerAnswer>;

const INVOKE = 'execute-api:Invoke';

/** Whether the policy allows a call of the method: a Deny wins, and silence denies. */
export function permits({ policyDocument }: AuthorizerAnswer, methodArn: string): boolean {
  const speaking = policyDocument.Statement.filter(
    ({ Action, Resource }) =>
      Action.some((each) => like(each, INVOKE, 'i')) && Resource.some((each) => like(each, methodArn)),
  );
  return speaking.some(({ Effect }) => Effect === 'Allow') && !speaking.some(({ Effect }) => Effect === 'Deny');
}
