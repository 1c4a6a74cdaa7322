import { Size, Tags } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  SecurityPolicy,
  SpecRestApi,
  type CfnRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { apiBody, type Callee } from './api-body.ts';
import { gatewayResponses, type ProblemTexts } from './gateway-responses.ts';
import { createLogGroup } from './log-group.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Stage } from './stages.ts';

/** `METHOD /path` → 'public', or the roles that may call it. An absent route is a mistake, never open to everybody. */
export type AccessRules = Readonly<Record<string, 'public' | readonly string[]>>;

/** API Gateway's name for the deployed version of the API. Every path of the API's own address begins with it. */
export const LIVE = 'live';

/** Requests a second for the whole API. The firewall limits each address (address-limits.ts). */
const STAGE_LIMIT = { rate: 200, burst: 400 };

/**
 * Size in bytes from which answers are compressed for clients that accept it. A smaller answer fits into one packet, so
 * compression would not make it faster. Answers with tokens are smaller, so they are never compressed
 * (docs/decisions/0026).
 */
export const COMPRESSED_FROM = 1400;

/** Neither addresses nor accounts: the resource is the route's pattern, never the values in it. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  refusedBy: '$context.error.responseType',
  firewall: '$context.waf.status',
};

export interface ApiProps {
  readonly functions: readonly ServiceFunction[];
  readonly accessRules: AccessRules;
  readonly problems: ProblemTexts;
  readonly logKey: IKey;
  readonly stage: Stage;
}

/** The REST API, one resource: an operation for each contract, behind the authorizer unless its rule says public. */
export function createApi(scope: Construct, { functions, accessRules, problems, logKey, stage }: ApiProps) {
  const [unknown, authorizer] = [find(functions, 'answer-unknown'), find(functions, 'authorize')];
  const routed = functions.filter(({ source }) => source.route !== undefined);
  const calleeOf = createRoles(scope, [...new Set([...routed, unknown, authorizer])]);
  const routes = routed.flatMap((each) => operationsOf(each, accessRules, calleeOf));
  const body = apiBody({
    name: stage.prefix,
    routes,
    unknown: calleeOf(unknown),
    authorizer: calleeOf(authorizer),
    gatewayResponses: gatewayResponses(problems),
  });
  const api = new SpecRestApi(scope, 'Api', {
    restApiName: stage.prefix,
    apiDefinition: ApiDefinition.fromInline(body),
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: true,
    minCompressionSize: Size.bytes(COMPRESSED_FROM),
    deployOptions: {
      stageName: LIVE,
      // A trace of the stage has the whole address, with identifiers, and the caller's IP, which the access log leaves out.
      tracingEnabled: false,
      // Off: the log lines give each area's figures (docs/decisions/0024).
      metricsEnabled: false,
      throttlingRateLimit: STAGE_LIMIT.rate,
      throttlingBurstLimit: STAGE_LIMIT.burst,
      methodOptions: Object.fromEntries(
        routes.flatMap(({ path, method, limit }) =>
          limit ? [[`${path}/${method}`, { throttlingRateLimit: limit.rate, throttlingBurstLimit: limit.burst }]] : [],
        ),
      ),
      accessLogDestination: new LogGroupLogDestination(
        createLogGroup(scope, 'AccessLog', `/aws/vendedlogs/${stage.prefix}-api`, { stage, key: logKey }),
      ),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
  requireModernTls(api);
  if (stage.apiId !== undefined) Tags.of(api.node.defaultChild as CfnRestApi).add('_custom_id_', stage.apiId);
  acknowledge(api, {
    'AwsSolutions-APIG2':
      'Functions check bodies by their contracts and name each wrong field; the gateway could only say no.',
    'AwsSolutions-APIG6':
      'Execution logs repeat addresses with identifiers in them; the access log says what is needed without.',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
      'The one policy that API Gateway accepts for writing logs.',
  });
  return api;
}

/** A function's route. HEAD is answered like GET where everybody may read (RFC 9110 9.3.2). */
function operationsOf(each: ServiceFunction, rules: AccessRules, calleeOf: CalleeOf) {
  const { route, verb, limit } = each.source;
  if (route === undefined) return [];
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(route) ?? [];
  if (!method || !path) throw new Error(`functions/${verb}/contract.ts: "${route}" is not "METHOD /path"`);
  const rule = Object.hasOwn(rules, route) ? rules[route] : undefined;
  if (rule === undefined) throw new Error(`${route} has no rule in lib/domain/access/rules.ts`);
  const isPublic = rule === 'public';
  const methods = isPublic && method === 'GET' ? ['GET', 'HEAD'] : [method];
  return methods.map((name) => ({ method: name, path, ...calleeOf(each), limit, isPublic }));
}

type CalleeOf = (of: ServiceFunction) => Callee;

/** Functions that one role may call: their names fill some 6,000 of the 10,240 characters that IAM allows a role's policies. */
const A_ROLE = 80;

/**
 * The API calls functions under roles that may call only these. The usual alternative, a permission on each function
 * for each method, gives the same rights with one resource for each method.
 */
function createRoles(scope: Construct, called: readonly ServiceFunction[]): CalleeOf {
  const arns = called.map(({ lambda }) => lambda.functionArn);
  const roles = Array.from({ length: Math.ceil(arns.length / A_ROLE) }, (_, i) =>
    createRole(scope, `ApiRole${i + 1}`, arns.slice(i * A_ROLE, (i + 1) * A_ROLE)),
  );
  return (of) => ({
    functionArn: of.lambda.functionArn,
    roleArn: roles[Math.floor(called.indexOf(of) / A_ROLE)]!.roleArn,
  });
}

const createRole = (scope: Construct, id: string, resources: string[]) =>
  new Role(scope, id, {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    inlinePolicies: {
      Functions: new PolicyDocument({
        statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources })],
      }),
    },
  });

/** TLS 1.2 with forward secrecy or better, the same minimum as S3 and other AWS services. */
function requireModernTls(api: SpecRestApi) {
  const cfn = api.node.defaultChild as CfnRestApi;
  cfn.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
  cfn.endpointAccessMode = 'STRICT';
}

function find(functions: readonly ServiceFunction[], verb: string): ServiceFunction {
  const found = functions.find(({ source }) => source.verb === verb);
  if (!found) throw new Error(`the API cannot do without functions/${verb}`);
  return found;
}
