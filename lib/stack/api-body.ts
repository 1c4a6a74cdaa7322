import { Aws, Fn } from 'aws-cdk-lib';

/** A function, and the role under which the API calls it. */
export interface Callee {
  readonly functionArn: string;
  readonly roleArn: string;
}

export interface BodyRoute extends Callee {
  /** GET, POST … */
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
}

export interface BodyProps {
  readonly name: string;
  readonly routes: readonly BodyRoute[];
  /** Answers every other method and every other path. */
  readonly unknown: Callee;
  readonly authorizer: Callee;
  readonly gatewayResponses: object;
}

const SESSION = 'session';
const ANY = 'x-amazon-apigateway-any-method';

/**
 * The API as API Gateway imports it: OpenAPI 3.0.1 (the newest version that it accepts), with paths, integrations, the
 * authorizer and the gateway's own answers. Functions check bodies, so their schemas are not repeated here.
 */
export function apiBody({ name, routes, unknown, authorizer, gatewayResponses }: BodyProps) {
  const operation = (path: string, { functionArn, roleArn }: Callee, open = true) => ({
    ...parametersIn(path),
    // An operation without `security` is open to everybody.
    ...(!open && { security: [{ [SESSION]: [] }] }),
    responses: {},
    'x-amazon-apigateway-integration': {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: invocationsOf(functionArn),
      credentials: roleArn,
    },
  });
  // The greedy path matches what no other method matches; the root is not below it. It stands first in its path,
  // because SAM keeps the last of two methods that match.
  const otherwise = (path: string) => [path, { [ANY]: operation(path, unknown) }] as const;
  const paths: Record<string, object> = Object.fromEntries(['/', '/{proxy+}'].map(otherwise));
  for (const { method, path, isPublic, ...callee } of routes)
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(path, callee, isPublic) };
  return {
    openapi: '3.0.1',
    info: { title: name, version: '1' },
    paths,
    components: { securitySchemes: { [SESSION]: sessionScheme(authorizer) } },
    'x-amazon-apigateway-gateway-responses': gatewayResponses,
  };
}

/** API Gateway accepts a Lambda authorizer only in this form. Nothing is cached, so a signed-out session stays out. */
const sessionScheme = ({ functionArn, roleArn }: Callee) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': {
    type: 'request',
    authorizerUri: invocationsOf(functionArn),
    authorizerCredentials: roleArn,
    identitySource: 'method.request.header.Authorization',
    authorizerResultTtlInSeconds: 0,
  },
});

function parametersIn(path: string) {
  const names = [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  return parameters.length > 0 ? { parameters } : {};
}

const invocationsOf = (functionArn: string) =>
  Fn.join('', [
    `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/2015-03-31/functions/`,
    functionArn,
    '/invocations',
  ]);
