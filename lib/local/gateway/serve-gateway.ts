import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { shut } from '../http/shut.ts';
import { readBody } from '../http/read-body.ts';
import { listen } from '../http/listen.ts';
import type { Invoked, Lambda } from '../lambda/load-functions.ts';
import type { Api, Route } from '../template/api.ts';
import type { AddressLimit } from '../template/firewall.ts';
import { countAddresses } from './address-counts.ts';
import { gatewayAnswers, type GatewayRefusal } from './answers.ts';
import { isAtHome, ownHeaders } from './at-home.ts';
import { compress } from './compress.ts';
import { isBinary, makeAuthorizerEvent, makeProxyEvent, methodArn, type Home, type Visit } from './make-event.ts';
import { routeMatcher, type Match } from './match-route.ts';
import { AuthorizerAnswer, permits } from './policy.ts';
import { refuseUnread } from './refuse-unread.ts';
import { tokenBucket } from './throttle.ts';

/** The largest body that API Gateway accepts (quota of REST APIs). */
const PAYLOAD_LIMIT = 10 * 1024 * 1024;

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const ProxyAnswer = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export interface GatewayOptions {
  readonly api: Api;
  /** The firewall's limits for one address. */
  readonly limits: readonly AddressLimit[];
  /** Whether limits on requests apply: those of routes and those of addresses. */
  readonly throttled: boolean;
  readonly port: number;
  readonly place: Pick<Home, 'accountId' | 'region' | 'apiId'>;
  readonly find: (functionArn: string) => Lambda | undefined;
  readonly now: () => number;
  /** Pages that are not part of the API: HTML by path, for the people who run the platform. */
  readonly pages?: Readonly<Record<string, () => string>>;
  /** JSON by path, only for pages in a browser on this machine. */
  readonly findOwn?: ((path: string) => object | undefined) | undefined;
  readonly log: (code: string, identifiers: Readonly<Record<string, string | number>>) => void;
}

class Refused extends Error {
  readonly refusal: GatewayRefusal;

  constructor(refusal: GatewayRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** The template's REST API on an HTTP port: the same events to the same handlers, the same refusals. */
export async function serveGateway({
  api,
  limits,
  throttled,
  port,
  place,
  find,
  now,
  log,
  pages = {},
  findOwn,
}: GatewayOptions) {
  const match = routeMatcher(api.routes);
  const refuse = gatewayAnswers(api.answers);
  const limited = throttled ? api.routes : [];
  const overAddress = countAddresses(throttled ? limits : [], now);
  const buckets = new Map(limited.map((route) => [route, route.throttle && tokenBucket(route.throttle, now)]));
  const server = createServer((message, response) => {
    const page = message.method === 'GET' && Object.hasOwn(pages, message.url ?? '') && pages[message.url ?? ''];
    if (page) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page());
    const own = message.method === 'GET' && isAtHome(message) && findOwn?.(message.url ?? '');
    if (own) return void response.writeHead(200, ownHeaders).end(JSON.stringify(own));
    handle(message, response).catch((error: unknown) => {
      log('gateway-failed', { error: (error as Error).name });
      response.destroy();
    });
  });
  const refuseAs = (refusal: GatewayRefusal, requestId: string, httpMethod = '', resourcePath = '') =>
    refuse(refusal, { requestId, extendedRequestId: requestId, httpMethod, resourcePath });
  refuseUnread(server, (refusal) => refuseAs(refusal, randomUUID()));
  const actual = await listen(server, port);
  const home: Home = { ...place, stage: api.stage, port: actual, binaryMediaTypes: api.binaryMediaTypes };

  async function handle(message: IncomingMessage, response: ServerResponse) {
    const requestId = randomUUID();
    const at = now();
    let resource = '';
    const refused = overAddress(message.socket.remoteAddress ?? '', (message.url ?? '').split('?', 1)[0] ?? '');
    if (refused) {
      response.writeHead(refused.status, { ...refused.headers, connection: 'close' }).end(refused.body);
      return log('request', { method: message.method ?? '', resource, status: refused.status, ms: 0, requestId });
    }
    try {
      const visit = await receive(message, requestId, at);
      const found = findRoute(visit);
      resource = found.route.path;
      await serve(visit, found, response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, headers, body } = refuseAs(error.refusal, requestId, message.method, resource);
      response.writeHead(status, { ...headers, 'x-amzn-requestid': requestId }).end(body);
    }
    log('request', { method: message.method ?? '', resource, status: response.statusCode, ms: now() - at, requestId });
  }

  function findRoute(visit: Visit): Match {
    const found = match(visit.method, visit.path);
    if (!found) throw new Refused('MISSING_AUTHENTICATION_TOKEN');
    return found;
  }

  async function serve(visit: Visit, found: Match, response: ServerResponse) {
    const { route } = found;
    if (buckets.get(route)?.() === false) throw new Refused('THROTTLED');
    const context = route.authorizer && (await authorize(visit, found, route.authorizer));
    const event = makeProxyEvent(home, visit, found, context);
    const invoked = await withLimit(lambda(route.functionArn).invoke(event), route.timeout);
    if ('error' in invoked) {
      log('function-failed', { resource: route.path, error: invoked.error.errorType, requestId: visit.requestId });
      throw new Refused('INTEGRATION_FAILURE');
    }
    const parsed = ProxyAnswer.safeParse(invoked.payload);
    if (!parsed.success) throw new Refused('INTEGRATION_FAILURE');
    const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
    // API Gateway sends bytes only to clients that accept one of its binary types; others get the base64 text.
    const accept = headerOf(visit, 'accept') ?? '*/*';
    const decode = isBase64Encoded && accept.split(',').some((each) => isBinary(api.binaryMediaTypes, each.trim()));
    const bytes = Buffer.from(body ?? '', decode ? 'base64' : 'utf8');
    const said = { ...headers, ...multiValueHeaders };
    const acceptEncoding = headerOf(visit, 'accept-encoding') ?? '';
    const sent = await compress(bytes, { acceptEncoding, from: api.compressedFrom, headers: said });
    // Neither has a body, so the length of the whole must not be sent.
    const length = [204, 304].includes(statusCode) ? {} : { 'content-length': String(sent.body.length) };
    const own = { ...sent.headers, ...length, 'x-amzn-requestid': visit.requestId };
    response.writeHead(statusCode, { ...said, ...own }).end(sent.body);
  }

  async function authorize(visit: Visit, found: Match, { functionArn, headers }: NonNullable<Route['authorizer']>) {
    const has = (name: string) =>
      visit.headers.some(([each, value]) => each.toLowerCase() === name.toLowerCase() && value);
    if (!headers.every(has)) throw new Refused('UNAUTHORIZED');
    const invoked = await lambda(functionArn).invoke(makeAuthorizerEvent(home, visit, found));
    if ('error' in invoked) {
      if (invoked.error.errorMessage === 'Unauthorized') throw new Refused('UNAUTHORIZED');
      log('authorizer-failed', { error: invoked.error.errorType, requestId: visit.requestId });
      throw new Refused('AUTHORIZER_FAILURE');
    }
    const answer = AuthorizerAnswer.safeParse(invoked.payload);
    if (!answer.success) throw new Refused('AUTHORIZER_CONFIGURATION_ERROR');
    if (!permits(answer.data, methodArn(home, visit))) throw new Refused('ACCESS_DENIED');
    const context = Object.entries(answer.data.context).map(([name, value]) => [name, String(value)]);
    return { ...(Object.fromEntries(context) as Record<string, string>), principalId: answer.data.principalId };
  }

  function lambda(arn: string): Lambda {
    const found = find(arn);
    if (!found) throw new Refused('INTEGRATION_FAILURE');
    return found;
  }

  return { port: actual, close: () => shut(server) };
}

const headerOf = ({ headers }: Visit, wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];

async function withLimit(invoked: Promise<Invoked>, milliseconds: number): Promise<Invoked> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused('INTEGRATION_TIMEOUT')), milliseconds);
  });
  try {
    return await Promise.race([invoked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function receive(message: IncomingMessage, requestId: string, at: number): Promise<Visit> {
  const body = await readBody(message, PAYLOAD_LIMIT);
  if (!body) throw new Refused('REQUEST_TOO_LARGE');
  const [path = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  const { rawHeaders } = message;
  const headers = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : []));
  return {
    requestId,
    at,
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    sourceIp: (message.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    body,
  };
}
