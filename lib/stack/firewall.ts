import type { Stage as ApiStage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * Floods and known attacks are stopped before the API. No logs are kept, as they hold addresses of people. Samples (three
 * hours, and only where the stage wants them) and what else WAF shows have neither body, query nor headers in them.
 */
export function createFirewall(scope: Construct, api: ApiStage, { prefix, firewall }: Stage): CfnWebACL {
  const visibility = (name: string) => ({
    cloudWatchMetricsEnabled: true,
    metricName: `${prefix}-${name}`,
    sampledRequestsEnabled: firewall.samples,
  });
  const managed = (name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
    name,
    priority,
    overrideAction: firewall.mode === 'count' ? { count: {} } : { none: {} },
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
    name: `${prefix}-firewall`,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility('firewall'),
    dataProtectionConfig: {
      dataProtections: ['BODY', 'QUERY_STRING', 'SINGLE_HEADER', 'SINGLE_COOKIE'].map((fieldType) => ({
        field: { fieldType },
        action: 'SUBSTITUTION',
        excludeRuleMatchDetails: false,
      })),
    },
    rules: [
      {
        name: 'TooManyFromOneAddress',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: firewall.perAddress, aggregateKeyType: 'IP' } },
        visibilityConfig: visibility('too-many'),
      },
      // A signature with its certificates is longer than the 8 KB that this rule lets a body have; functions allow 1 MB.
      managed('AWSManagedRulesCommonRuleSet', 1, ['SizeRestrictions_BODY']),
      managed('AWSManagedRulesKnownBadInputsRuleSet', 2),
    ],
  });
  new CfnWebACLAssociation(scope, 'FirewallOfStage', { resourceArn: api.stageArn, webAclArn: acl.attrArn });
  return acl;
}
