import * as z from 'zod';

const Resource = z.object({ ParentId: z.string(), PathPart: z.string() });
const Method = z.object({
  HttpMethod: z.string(),
  ResourceId: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.string().optional(),
  Integration: z.object({ Type: z.literal('AWS_PROXY'), Uri: z.string(), TimeoutInMillis: z.number().default(29_000) }),
});
const Authorizer = z.object({
  Type: z.literal('REQUEST'),
  AuthorizerUri: z.string(),
  IdentitySource: z.string().default(''),
});
const GatewayResponse = z.object({
  ResponseType: z.string(),
  StatusCode: z.string().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});
const Setting = z.object({
  HttpMethod: z.string(),
  ResourcePath: z.string(),
  ThrottlingRateLimit: z.number().optional(),
  ThrottlingBurstLimit: z.number().optional(),
});
const Stage = z.object({ StageName: z.string(), MethodSettings: z.array(Setting).default([]) });
const RestApi = z.object({ BinaryMediaTypes: z.array(z.string()).default([]) });

/** Requests a second, and how many may come at once. */
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
  /** Milliseconds. */
  readonly timeout: number;
  readonly authorizer?: { readonly functionArn: string; readonly headers: readonly string[] };
  readonly throttle?: Throttle;
}

/** An answer of the gateway's own; texts may name `$context.requestId` and the like. */
export interface GatewayAnswer {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly template?: string;
}

export interface Api {
  readonly stage: string;
  readonly routes: readonly Route[];
  /** Every path that is a resource, whatever its methods. */
  readonly paths: readonly string[];
  readonly answers: Readonly<Record<string, GatewayAnswer>>;
  readonly binaryMediaTypes: readonly string[];
}

type All = <T>(type: string, schema: z.ZodType<T>) => readonly { readonly id: string; readonly properties: T }[];

/** Reads the one REST API of a template. */
export function readApi(all: All): Api {
  const resources = new Map(all('AWS::ApiGateway::Resource', Resource).map(({ id, properties }) => [id, properties]));
  const pathOf = (id: string): string => {
    const resource = resources.get(id);
    return resource ? `${pathOf(resource.ParentId)}/${resource.PathPart}` : '';
  };
  const authorizers = new Map(
    all('AWS::ApiGateway::Authorizer', Authorizer).map(({ id, properties }) => [id, properties]),
  );
  const [stage] = all('AWS::ApiGateway::Stage', Stage).map(({ properties }) => properties);

  const routes = all('AWS::ApiGateway::Method', Method).map(({ id, properties }): Route => {
    const { HttpMethod, ResourceId, AuthorizationType, AuthorizerId, Integration } = properties;
    const authorizer = authorizers.get(AuthorizerId ?? '');
    const open = AuthorizationType === 'NONE';
    if (!open && !authorizer) throw new Error(`template: ${id} asks for ${AuthorizationType}, which is not known here`);
    const path = pathOf(ResourceId) || '/';
    const throttle = throttleOf(stage?.MethodSettings ?? [], HttpMethod, path);
    return {
      method: HttpMethod,
      path,
      functionArn: functionIn(Integration.Uri),
      timeout: Integration.TimeoutInMillis,
      ...(!open && authorizer && { authorizer: authorizerOf(authorizer) }),
      ...(throttle && { throttle }),
    };
  });

  const answers = all('AWS::ApiGateway::GatewayResponse', GatewayResponse).map(({ properties }) => {
    const { ResponseType, StatusCode, ResponseParameters, ResponseTemplates } = properties;
    const template = ResponseTemplates['application/json'];
    const answer: GatewayAnswer = {
      ...(StatusCode !== undefined && { status: Number(StatusCode) }),
      headers: Object.fromEntries(Object.entries(ResponseParameters).flatMap(readHeader)),
      ...(template !== undefined && { template }),
    };
    return [ResponseType, answer] as const;
  });

  return {
    stage: stage?.StageName ?? 'live',
    routes,
    paths: ['/', ...[...resources.keys()].map(pathOf)],
    answers: Object.fromEntries(answers),
    binaryMediaTypes: all('AWS::ApiGateway::RestApi', RestApi).flatMap(({ properties }) => properties.BinaryMediaTypes),
  };
}

/** `gatewayresponse.header.Name` → `'static value'`; mapped values do not occur. */
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

const authorizerOf = ({ AuthorizerUri, IdentitySource }: z.output<typeof Authorizer>) => ({
  functionArn: functionIn(AuthorizerUri),
  headers: [...IdentitySource.matchAll(/method\.request\.header\.([\w-]+)/g)].map(([, name = '']) => name),
});

/** A method's own setting, else the stage's (`*`, `/*`). Slashes inside a path are written `~1`. */
function throttleOf(settings: readonly z.output<typeof Setting>[], method: string, path: string): Throttle | undefined {
  const decode = (text: string) => text.replace(/^\//, '').replaceAll('~1', '/') || '/';
  const own = settings.find((each) => each.HttpMethod === method && decode(each.ResourcePath) === path);
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } =
    own ?? settings.find((each) => each.HttpMethod === '*' && each.ResourcePath === '/*') ?? {};
  return rate === undefined || burst === undefined ? undefined : { rate, burst };
}
