import { PolicyDocument, PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { pascalCase } from './names.ts';
import { provide, type Holdings } from './needs.ts';
import type { FunctionSource } from './sources.ts';

/** X-Ray's actions accept no resource (AWS service authorization reference, AWS X-Ray). */
export const traceStatement = (more: readonly string[] = []) =>
  new PolicyStatement({
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', ...more],
    resources: ['*'],
  });

/**
 * One role for each set of needs: functions with the same needs share it. It may write to the logs of every area that
 * has one of them.
 */
export function createRoles(
  scope: Construct,
  sources: readonly FunctionSource[],
  { estate, logs }: { estate: Holdings; logs: (area: string) => ILogGroup },
): (source: FunctionSource) => IRole {
  const alike = Map.groupBy(sources, idOf);
  const roles = new Map(
    [...alike].map(([id, [first, ...others]]) => {
      if (!first) throw new Error(`${id}: no function has these needs`);
      const areas = [...new Set([first, ...others].map(({ area }) => area))];
      return [id, createRole(scope, id, areas.map(logs), provide(first.needs, estate).statements)] as const;
    }),
  );
  return (source) => {
    const role = roles.get(idOf(source));
    if (!role) throw new Error(`${source.verb} has needs that no role was made for`);
    // The whole policy is written here, so that the template shows a role's rights in one place.
    return role.withoutPolicyUpdates();
  };
}

/** `table:read`, `mail` → `MailTableRead`. */
const idOf = ({ needs }: FunctionSource) =>
  [...new Set(needs)]
    .toSorted()
    .map((need) => pascalCase(need.replaceAll(':', '-')))
    .join('') || 'Nothing';

function createRole(
  scope: Construct,
  id: string,
  logGroups: readonly ILogGroup[],
  statements: PolicyStatement[],
): Role {
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      Needs: new PolicyDocument({
        minimize: true,
        statements: [
          new PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: logGroups.map(({ logGroupArn }) => logGroupArn),
          }),
          traceStatement(),
          ...statements,
        ],
      }),
    },
  });
  const group = 'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group';
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources; the statement has only its actions.',
    ...Object.fromEntries(
      logGroups.map(({ logGroupName }) => [
        `AwsSolutions-IAM5[Resource::${group}:${logGroupName}:*]`,
        'The streams of one log group.',
      ]),
    ),
  });
  return role;
}
