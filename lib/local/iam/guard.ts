import { AwsFailure } from '../aws/failure.ts';
import type { Arrived } from '../aws/request.ts';
import type { Estate } from '../template/estate.ts';
import { askedOf, type Grounds } from './asked.ts';
import { allows } from './rights.ts';

export interface GuardOptions {
  readonly estate: Pick<Estate, 'tables' | 'buckets' | 'functions' | 'roles'>;
  readonly machineOf: Grounds['machineOf'];
  /** Told of every call of a function: its action, and whether the function's role allows it. */
  readonly tell: (call: { functionName: string; action: string; allowed: boolean }) => void;
}

/** Makes the check that refuses a function's call if its role does not allow it. @throws AwsFailure in IAM's words */
export function guardCalls({ estate, machineOf, tell }: GuardOptions) {
  const roles = new Map(estate.functions.map(({ name, roleArn }) => [name, roleArn]));
  return (functionName: string, request: Arrived): void => {
    const role = roles.get(functionName) ?? '';
    for (const asked of askedOf(request, { estate, machineOf })) {
      const { action, resource = 'a task' } = asked;
      const allowed = allows(estate.roles.get(role) ?? [], asked);
      tell({ functionName, action, allowed });
      if (allowed) continue;
      const code = request.headers['x-amz-target'] ? 'AccessDeniedException' : 'AccessDenied';
      const message = `User: ${role} is not authorized to perform: ${action} on resource: ${resource}`;
      throw new AwsFailure(code, message, code === 'AccessDenied' ? 403 : 400);
    }
  };
}
