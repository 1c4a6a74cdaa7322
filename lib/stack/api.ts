import { Duration, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  IdentitySource,
  LogGroupLogDestination,
  RequestAuthorizer,
  RestApi,
  SecurityPolicy,
  type CfnRestApi,
  type Integration,
  type IResource,
} from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { integrateFunctions } from './integrations.ts';
import { answerWithProblems, type ProblemTexts } from './gateway-responses.ts';
import { createLogGroup } from './log-group.ts';
import type { ServiceFunction } from './service-function.ts';

/** `METHOD /path` → 'public', or the roles that may call it. Absent means a mistake, never "open". */
export type AccessRules = Readonly<Record<string, 'public' | readonly string[]>>;

/** Requests a second for the whole API, and for one client that has a key (a portal, a centre's software). */
const STAGE_LIMIT = { rate: 200, burst: 400 };
const CLIENT_LIMIT = { rateLimit: 50, burstLimit: 100 };

/** Neither addresses nor accounts: the resource is the route's pattern, never what stood in its places. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  refusedBy: '$context.error.responseType',
  firewall: '$context.waf.status',
  trace: '$context.xrayTraceId',
};

export interface ApiProps {
  readonly functions: readonly ServiceFunction[];
  readonly accessRules: AccessRules;
  readonly problems: ProblemTexts;
  readonly logKey: IKey;
}

/** The REST API: a method for each contract, behind the authorizer unless its rule says public. */
export function createApi(scope: Construct, { functions, accessRules, problems, logKey }: ApiProps): RestApi {
  const { stackName } = Stack.of(scope);
  const routes = functions.flatMap(({ lambda, source: { route, verb, limit } }) =>
    route === undefined ? [] : [{ ...splitRoute(route, verb), lambda, limit, isPublic: isPublic(route, accessRules) }],
  );
  const api = new RestApi(scope, 'Api', {
    restApiName: stackName,
    endpointTypes: [EndpointType.REGIONAL],
    cloudWatchRole: true,
    deployOptions: {
      stageName: 'live',
      tracingEnabled: true,
      metricsEnabled: true,
      throttlingRateLimit: STAGE_LIMIT.rate,
      throttlingBurstLimit: STAGE_LIMIT.burst,
      methodOptions: Object.fromEntries(
        routes.flatMap(({ path, method, limit }) =>
          limit ? [[`${path}/${method}`, { throttlingRateLimit: limit.rate, throttlingBurstLimit: limit.burst }]] : [],
        ),
      ),
      accessLogDestination: new LogGroupLogDestination(
        createLogGroup(scope, 'AccessLog', `/aws/vendedlogs/${stackName}-api`, logKey),
      ),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
  requireModernTls(api);
  answerWithProblems(api, problems);

  const authorizer = new RequestAuthorizer(scope, 'Authorizer', {
    handler: find(functions, 'authorize'),
    identitySources: [IdentitySource.header('Authorization')],
    // A session that was signed out stays out: nothing is remembered between calls.
    resultsCacheTtl: Duration.seconds(0),
  });
  const unknown = find(functions, 'answer-unknown');
  const integrate = integrateFunctions(scope, [...routes.map(({ lambda }) => lambda), unknown]);
  for (const { method, path, lambda, isPublic } of routes) {
    const added = api.root
      .resourceForPath(path)
      .addMethod(
        method,
        integrate(lambda),
        isPublic
          ? { authorizationType: AuthorizationType.NONE }
          : { authorizer, authorizationType: AuthorizationType.CUSTOM },
      );
    if (isPublic) acknowledge(added, openToAll(`the access rule of ${method} ${path} says public`));
  }
  answerUnknown(api, integrate(unknown));
  api.addUsagePlan('Clients', {
    name: `${stackName}-clients`,
    description: 'For software that calls with an API key; people need none',
    throttle: CLIENT_LIMIT,
    apiStages: [{ stage: api.deploymentStage }],
  });
  acknowledge(api, {
    'AwsSolutions-APIG2':
      'Functions check bodies by their contracts and name each wrong field; the gateway could only say no.',
    'AwsSolutions-APIG6':
      'Execution logs repeat addresses with identifiers in them; the access log says what is needed without.',
    'AwsSolutions-COG4': "People sign in by IIN or EDS; the authorizer checks the service's own tokens, not Cognito's.",
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
      'The one policy that API Gateway accepts for writing logs.',
  });
  return api;
}

/** TLS 1.2 with forward secrecy or better; S3 and the rest of AWS ask for as much. */
function requireModernTls(api: RestApi) {
  const cfn = api.node.defaultChild as CfnRestApi;
  cfn.securityPolicy = SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09;
  cfn.endpointAccessMode = 'STRICT';
}

/** Every path answers every other method, and every other path answers: in problem details, by one function. */
function answerUnknown(api: RestApi, integration: Integration) {
  api.root.addResource('{proxy+}');
  for (const resource of api.node.findAll().filter(isResource)) {
    const method = resource.addMethod('ANY', integration, { authorizationType: AuthorizationType.NONE });
    acknowledge(method, openToAll('it only says that there is nothing here'));
  }
}

const isResource = (construct: unknown): construct is IResource =>
  typeof construct === 'object' && construct !== null && 'addMethod' in construct && 'parentResource' in construct;

const openToAll = (reason: string) => ({
  'AwsSolutions-APIG4': `Open to everybody: ${reason}.`,
});

function isPublic(route: string, rules: AccessRules): boolean {
  const rule = Object.hasOwn(rules, route) ? rules[route] : undefined;
  if (rule === undefined) throw new Error(`${route} has no rule in lib/domain/access/rules.ts`);
  return rule === 'public';
}

function splitRoute(route: string, verb: string): { method: string; path: string } {
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(route) ?? [];
  if (!method || !path) throw new Error(`functions/${verb}/contract.ts: "${route}" is not "METHOD /path"`);
  return { method, path };
}

function find(functions: readonly ServiceFunction[], verb: string) {
  const found = functions.find(({ source }) => source.verb === verb);
  if (!found) throw new Error(`the API cannot do without functions/${verb}`);
  return found.lambda;
}
