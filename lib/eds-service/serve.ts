import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { logFailure, logOutcome } from '../adapters/log.ts';
import { readBody } from '../local/http/read-body.ts';
import { refuse, type Answer } from './answer.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { refusePath, routes, type Route, type RouteNeeds } from './routes.ts';

/** A call under way: what it is called in the log, and how it is answered. */
interface Call {
  readonly route: string;
  readonly answer: () => Promise<Answer>;
}

/**
 * The service as a server that does not listen yet. Of each call the log has the route, the verdict and the time, and
 * nothing that was sent.
 */
export function makeServer(needs: RouteNeeds, limits: Limits = defaultLimits): Server {
  let under = 0;

  /** With a place among the calls that are made at once, or refused for the time being. */
  const placed = async (work: () => Promise<Answer>): Promise<Answer> => {
    if (under >= limits.calls)
      return refuse(503, 'service/busy', 'Too many calls at once: try again', { headers: { 'retry-after': '1' } });
    under += 1;
    try {
      return await work();
    } finally {
      under -= 1;
    }
  };

  const callOf = (message: IncomingMessage): Call => {
    const path = (message.url ?? '').split('?', 1)[0] ?? '';
    const route = routes.get(path);
    if (route === undefined) return { route: 'other', answer: async () => refusePath(path) };
    if (message.method !== route.method) {
      const headers = { allow: route.method };
      return { route: path, answer: async () => refuse(405, 'route/method', `Use ${route.method}`, { headers }) };
    }
    const answer = () => (route.method === 'GET' ? route.answer(undefined, needs) : placed(() => read(message, route)));
    return { route: path, answer };
  };

  const read = async (message: IncomingMessage, route: Route): Promise<Answer> => {
    if (!isJson(message)) return refuse(415, 'input/media-type', 'Send application/json in UTF-8, not compressed');
    const octets = await readBody(message, limits.body);
    if (octets === undefined) return refuse(413, 'input/too-large', `A body has at most ${limits.body} octets`);
    const body = parse(octets);
    return body === undefined
      ? refuse(400, 'input/json', 'The body is not JSON')
      : await route.answer(body.value, needs);
  };

  const server = createServer(
    {
      headersTimeout: limits.headersTime,
      requestTimeout: limits.requestTime,
      connectionsCheckingInterval: limits.lookTime,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16 * 1024,
    },
    (message, response) => void handle(message, response, callOf(message)),
  );
  server.maxConnections = limits.connections;
  return server;
}

async function handle(message: IncomingMessage, response: ServerResponse, { route, answer }: Call): Promise<void> {
  const from = performance.now();
  const { status, body, verdict, headers } = await answer().catch((error: unknown) => failed(message, error));
  const ms = Math.round(performance.now() - from);
  logOutcome({ route, status, ...(verdict && { verdict }), ms });
  // Whoever has gone gets no answer.
  if (message.destroyed && !message.complete) return;
  response.on('error', () => undefined);
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
  // A body that nobody reads is thrown away, so that the connection can be used again.
  message.resume();
}

/** The log has the error under the number that the caller is told. */
function failed(message: IncomingMessage, error: unknown): Answer {
  // The client broke off: no defect of ours.
  if (message.destroyed && !message.complete) return refuse(408, 'input/json', 'The request was not sent to its end');
  const incident = randomUUID();
  logFailure(incident, error);
  return refuse(500, 'service/failed', `Something went wrong here: ${incident}`);
}

const isJson = ({ headers }: IncomingMessage): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity';

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(octets: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(utf8.decode(octets)) };
  } catch {
    return undefined;
  }
}
