import type { Invoke } from '../asl/branch.ts';
import type { Json } from '../asl/definition.ts';
import { StateFailure } from '../asl/failure.ts';
import type { Lambda } from './load-functions.ts';

/** Lambda as a state machine's task calls it: a function's error becomes the state's error, under its own name. */
export const invokeTask =
  (find: (name: string) => Lambda | undefined): Invoke =>
  async (functionName, payload) => {
    const lambda = find(functionName);
    if (!lambda) throw new StateFailure('Lambda.ResourceNotFoundException', `Function not found: ${functionName}`);
    const invoked = await lambda.invoke(payload);
    if ('error' in invoked) throw new StateFailure(invoked.error.errorType, JSON.stringify(invoked.error));
    return invoked.payload as Json;
  };
