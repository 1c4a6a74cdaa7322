import { AwsIntegration, type Integration } from 'aws-cdk-lib/aws-apigateway';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/**
 * Methods call functions under one role that may call just these. The usual alternative, a permission on each function
 * for each method, says the same with a resource a method, and a stack has room for 500.
 */
export function integrateFunctions(scope: Construct, functions: readonly IFunction[]) {
  const credentialsRole = new Role(scope, 'ApiRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: {
      Functions: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: functions.map(({ functionArn }) => functionArn),
          }),
        ],
      }),
    },
  });
  return ({ functionArn }: IFunction): Integration =>
    new AwsIntegration({
      proxy: true,
      service: 'lambda',
      path: `2015-03-31/functions/${functionArn}/invocations`,
      options: { credentialsRole },
    });
}
