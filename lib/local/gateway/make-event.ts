import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { Match } from './match-route.ts';

/** A request at the gateway. */
export interface Visit {
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** As sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names and values in the order and case in which they arrived. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly sourceIp: string;
  readonly body: Buffer;
}

export interface Home {
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stage: string;
  readonly port: number;
  readonly binaryMediaTypes: readonly string[];
}

type Common = Omit<APIGatewayProxyEvent, 'body' | 'isBase64Encoded' | 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEvent['requestContext'], 'authorizer'>;
};

export const methodArn = ({ region, accountId, apiId, stage }: Home, { method, path }: Visit) =>
  `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${method}${path}`;

/** The fields that proxy and authorizer events share (payload format 1.0). */
function makeCommon(home: Home, visit: Visit, { route: { path: resource }, parameters }: Match): Common {
  const headers = [
    ...visit.headers,
    ['X-Forwarded-For', visit.sourceIp],
    ['X-Forwarded-Port', String(home.port)],
    ['X-Forwarded-Proto', 'http'],
  ] as const;
  const some = <T extends object>(value: T) => (Object.keys(value).length > 0 ? value : null);
  const host = visit.headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'localhost';
  const userAgent = visit.headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null;
  return {
    resource,
    path: visit.path,
    httpMethod: visit.method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: gather(headers),
    queryStringParameters: some(Object.fromEntries(visit.query)),
    multiValueQueryStringParameters: some(gather([...visit.query])),
    pathParameters: some(parameters),
    stageVariables: null,
    requestContext: {
      accountId: home.accountId,
      apiId: home.apiId,
      domainName: host,
      domainPrefix: host.split('.')[0] ?? host,
      extendedRequestId: visit.requestId,
      httpMethod: visit.method,
      identity: { ...nobody, sourceIp: visit.sourceIp, userAgent },
      path: visit.path,
      protocol: 'HTTP/1.1',
      requestId: visit.requestId,
      requestTime: new Date(visit.at).toUTCString(),
      requestTimeEpoch: visit.at,
      resourceId: resource,
      resourcePath: resource,
      stage: home.stage,
    },
  };
}

export function makeProxyEvent(
  home: Home,
  visit: Visit,
  match: Match,
  authorizer: Readonly<Record<string, string>> | undefined,
): APIGatewayProxyEvent {
  const common = makeCommon(home, visit, match);
  const type = visit.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const binary = isBinary(home.binaryMediaTypes, type);
  return {
    ...common,
    requestContext: { ...common.requestContext, authorizer: authorizer ?? null },
    body: visit.body.length === 0 ? null : visit.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary,
  };
}

export function makeAuthorizerEvent(home: Home, visit: Visit, match: Match): APIGatewayRequestAuthorizerEvent {
  const common = makeCommon(home, visit, match);
  return {
    ...common,
    type: 'REQUEST',
    methodArn: methodArn(home, visit),
    requestContext: { ...common.requestContext, authorizer: undefined },
  };
}

/** Whether the API passes a media type on as bytes. */
export const isBinary = (types: readonly string[], type: string) => {
  const [plain = ''] = type.split(';');
  const [family] = plain.split('/');
  return types.some((each) => each === '*/*' || each === plain.trim() || each === `${family}/*`);
};

/** Names come from outside: `constructor` is a name like any other. */
function gather(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const gathered = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries([...gathered].map(([name, each]) => [name, each.map(([, value]) => value)]));
}

const nobody = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};
