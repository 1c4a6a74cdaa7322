import { Stack } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests from one address in five minutes. A service centre's operators share one. */
const PER_ADDRESS = 6000;

/**
 * Known attacks and floods are stopped before the API. No logs and no samples are kept: both hold addresses and tokens
 * of people; the counters tell enough.
 */
export function createFirewall(scope: Construct, stage: Stage): CfnWebACL {
  const stackName = Stack.of(scope).stackName;
  const visibility = (name: string) => ({
    cloudWatchMetricsEnabled: true,
    metricName: `${stackName}-${name}`,
    sampledRequestsEnabled: false,
  });
  const managed = (name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visibility(name),
  });
  const acl = new CfnWebACL(scope, 'Firewall', {
    name: `${stackName}-firewall`,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility('firewall'),
    rules: [
      {
        name: 'TooManyFromOneAddress',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: PER_ADDRESS, aggregateKeyType: 'IP' } },
        visibilityConfig: visibility('too-many'),
      },
      // A signature with its certificates is longer than the 8 KB that this rule lets a body have; functions allow 1 MB.
      managed('AWSManagedRulesCommonRuleSet', 1, ['SizeRestrictions_BODY']),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
    ],
  });
  new CfnWebACLAssociation(scope, 'FirewallOfStage', { resourceArn: stage.stageArn, webAclArn: acl.attrArn });
  return acl;
}
