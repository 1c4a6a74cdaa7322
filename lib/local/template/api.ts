import * as z from 'zod';

const Integration = z.object({
  type: z.literal('aws_proxy'),
  uri: z.string(),
  credentials: z.string(),
  timeoutInMillis: z.number().default(29_000),
});
const Operation = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  'x-amazon-apigateway-integration': Integration,
});
const Scheme = z.object({
  'x-amazon-apigateway-authtype': z.literal('custom'),
  'x-amazon-apigateway-authorizer': z.object({
    type: z.literal('request'),
    authorizerUri: z.string(),
    identitySource: z.string().default(''),
    // API Gateway would cache the authorizer's answer for this time; the local gateway does not, so only 0 is accepted.
    authorizerResultTtlInSeconds: z.literal(0),
  }),
});
const GatewayResponse = z.object({
  statusCode: z.string().optional(),
  responseParameters: z.record(z.string(), z.string()).default({}),
  responseTemplates: z.record(z.string(), z.string()).default({}),
});
/** OpenAPI 3.0 with API Gateway's extensions. Anything that is not understood here is refused. */
const Body = z.strictObject({
  openapi: z.string().regex(/^3\.0\./),
  info: z.unknown(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.strictObject({ securitySchemes: z.record(z.string(), Scheme).default({}) }).optional(),
  'x-amazon-apigateway-gateway-responses': z.record(z.string(), GatewayResponse).default({}),
});
const RestApi = z.object({
  Body,
  BinaryMediaTypes: z.array(z.string()).default([]),
  MinimumCompressionSize: z.int().nonnegative().optional(),
});
const Setting = z.object({
  HttpMethod: z.string(),
  ResourcePath: z.string(),
  ThrottlingRateLimit: z.number().optional(),
  ThrottlingBurstLimit: z.number().optional(),
});
const Stage = z.object({ StageName: z.string(), MethodSettings: z.array(Setting).default([]) });

/** Requests a second, and how many may arrive at once. */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export interface Route {
  /** GET, POST … or ANY. */
  readonly method: string;
  /** For example `/requests/{id}`. */
  readonly path: string;
  readonly functionArn: string;
  /** ARN of the role under which the gateway calls the function. */
  readonly roleArn: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly authorizer?: { readonly functionArn: string; readonly headers: readonly string[] };
  readonly throttle?: Throttle;
}

/** One of the gateway's own answers; texts may contain `$context.requestId` and the like. */
export interface GatewayAnswer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly template?: string;
}

export interface Api {
  readonly stage: string;
  readonly routes: readonly Route[];
  readonly answers: Readonly<Record<string, GatewayAnswer>>;
  readonly binaryMediaTypes: readonly string[];
  /** Size in bytes from which answers are compressed; absent if none is. */
  readonly compressedFrom?: number;
}

type All = <T>(type: string, schema: z.ZodType<T>) => readonly { readonly id: string; readonly properties: T }[];

const ANY = 'x-amazon-apigateway-any-method';

/** Reads the one REST API of the templates. @throws Error naming what is not understood */
export function readApi(all: All): Api {
  const [api, ...others] = all('AWS::ApiGateway::RestApi', RestApi).map(({ properties }) => properties);
  if (!api || others.length > 0) throw new Error('template: there is not one AWS::ApiGateway::RestApi');
  const [stage] = all('AWS::ApiGateway::Stage', Stage).map(({ properties }) => properties);
  const { paths, components, 'x-amazon-apigateway-gateway-responses': responses } = api.Body;

  const authorizerOf = (place: string, { security }: z.output<typeof Operation>): Route['authorizer'] => {
    const [name, ...more] = security.flatMap((each) => Object.keys(each));
    if (name === undefined) return undefined;
    const scheme = components?.securitySchemes[name];
    if (!scheme || more.length > 0) throw new Error(`template: ${place} asks for ${name}, which is not known here`);
    const { authorizerUri, identitySource } = scheme['x-amazon-apigateway-authorizer'];
    return { functionArn: functionIn(authorizerUri), headers: headersIn(identitySource) };
  };

  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([key, operation]): Route => {
      const method = key === ANY ? 'ANY' : key.toUpperCase();
      const { uri, credentials, timeoutInMillis } = operation['x-amazon-apigateway-integration'];
      const authorizer = authorizerOf(`${method} ${path}`, operation);
      const throttle = throttleOf(stage?.MethodSettings ?? [], method, path);
      return {
        method,
        path,
        functionArn: functionIn(uri),
        roleArn: credentials,
        timeout: timeoutInMillis,
        ...(authorizer && { authorizer }),
        ...(throttle && { throttle }),
      };
    }),
  );

  const answers = Object.entries(responses).map(([type, { statusCode, responseParameters, responseTemplates }]) => {
    const template = responseTemplates['application/json'];
    const answer: GatewayAnswer = {
      ...(statusCode !== undefined && { status: Number(statusCode) }),
      headers: Object.fromEntries(Object.entries(responseParameters).flatMap(readHeader)),
      ...(template !== undefined && { template }),
    };
    return [type, answer] as const;
  });

  return {
    stage: stage?.StageName ?? 'live',
    routes,
    answers: Object.fromEntries(answers),
    binaryMediaTypes: api.BinaryMediaTypes,
    ...(api.MinimumCompressionSize !== undefined && { compressedFrom: api.MinimumCompressionSize }),
  };
}

/** `gatewayresponse.header.Name` → `'static value'`; the templates have no mapped values. */
const readHeader = ([name, value]: [string, string]): [string, string][] => {
  const [, header] = /^gatewayresponse\.header\.(.+)$/.exec(name) ?? [];
  const [, text] = /^'(.*)'$/.exec(value) ?? [];
  return header === undefined || text === undefined ? [] : [[header, text]];
};

const functionIn = (uri: string) => {
  const [, arn] = /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri) ?? [];
  if (arn === undefined) throw new Error(`template: ${uri} is not the address of a Lambda`);
  return arn;
};

const headersIn = (identitySource: string) =>
  [...identitySource.matchAll(/method\.request\.header\.([\w-]+)/g)].map(([, name = '']) => name);

/** A method's own setting, or else the stage's (`*`, `/*`). Slashes inside a path are written `~1`. */
function throttleOf(settings: readonly z.output<typeof Setting>[], method: string, path: string): Throttle | undefined {
  const decode = (text: string) => text.replace(/^\//, '').replaceAll('~1', '/') || '/';
  const own = settings.find((each) => each.HttpMethod === method && decode(each.ResourcePath) === path);
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } =
    own ?? settings.find((each) => each.HttpMethod === '*' && each.ResourcePath === '/*') ?? {};
  return rate === undefined || burst === undefined ? undefined : { rate, burst };
}
