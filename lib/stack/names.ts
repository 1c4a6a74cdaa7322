import { ArnFormat, type Stack } from 'aws-cdk-lib';

/** `number-request` → `NumberRequest`: construct ids, and the placeholders in compiled machines. */
export const pascalCase = (verb: string) =>
  verb
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/*
 * Names by which stacks know each other's resources. Functions and machines name each other, and the watch stack names
 * both. Written-out names let each stack change by itself; an export in use would prevent that.
 */

export const functionName = (prefix: string, verb: string) => `${prefix}-${verb}`;
export const functionLogs = (prefix: string, area: string) => `/aws/lambda/${prefix}-${area}`;
export const machineLogs = (prefix: string) => `/aws/vendedlogs/${prefix}-machines`;

export const functionArn = (stack: Stack, prefix: string, verb: string) =>
  arnOf(stack, 'lambda', 'function', functionName(prefix, verb));

/** Of one machine, or with `*` of all machines. */
export const machineArn = (stack: Stack, prefix: string, name: string) =>
  arnOf(stack, 'states', 'stateMachine', `${prefix}-${name}`);

const arnOf = (stack: Stack, service: string, resource: string, resourceName: string) =>
  stack.formatArn({ service, resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** SES's configuration set, through which the stack learns what happened to mails. */
export const configurationSet = (prefix: string) => `${prefix}-mail`;
