import type { Stage as ApiStage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { addressAnswer, addressLimits } from './address-limits.ts';
import type { ProblemTexts } from './gateway-responses.ts';
import type { Stage } from './stages.ts';

/**
 * Stops floods and known attacks in front of the API. It writes no logs, because they would hold people's addresses.
 * Samples (three hours, and only if the stage wants them) and everything else that WAF shows contain no body, query or
 * headers.
 */
export function createFirewall(
  scope: Construct,
  api: ApiStage,
  { prefix, firewall }: Stage,
  texts: ProblemTexts,
): CfnWebACL {
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
  const limits = addressLimits(firewall);
  const acl = new CfnWebACL(scope, 'Firewall', {
    name: `${prefix}-firewall`,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    customResponseBodies: addressAnswer(texts),
    visibilityConfig: visibility('firewall'),
    dataProtectionConfig: {
      dataProtections: ['BODY', 'QUERY_STRING', 'SINGLE_HEADER', 'SINGLE_COOKIE'].map((fieldType) => ({
        field: { fieldType },
        action: 'SUBSTITUTION',
        excludeRuleMatchDetails: false,
      })),
    },
    rules: [
      ...limits.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
      // A signature with its certificates is longer than 8 KB, this rule's limit for a body; functions allow 1 MB.
      managed('AWSManagedRulesCommonRuleSet', limits.length, ['SizeRestrictions_BODY']),
      managed('AWSManagedRulesKnownBadInputsRuleSet', limits.length + 1),
    ],
  });
  new CfnWebACLAssociation(scope, 'FirewallOfStage', { resourceArn: api.stageArn, webAclArn: acl.attrArn });
  return acl;
}
