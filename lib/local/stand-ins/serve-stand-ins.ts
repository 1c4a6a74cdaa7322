import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../http/read-body.ts';
import { addressesOf, type Peculiar } from './answers.ts';
import { checkCalls, type FindKey } from './check-call.ts';
import { keepInvoices } from './invoices.ts';
import { isPart, Mood, SLOW, wellAtFirst, type Part } from './spoil.ts';

/** Size limit in bytes; a question names one person or one power of attorney. */
const LONGEST_QUESTION = 10_000;

export interface StandInOptions extends Peculiar {
  /** Finds the published keys of those who may ask. */
  readonly findKey: FindKey;
  /** This machine's address that others can reach; loopback if none is given. */
  readonly host?: string;
  /** 0 chooses a free port; so does no value. */
  readonly port?: number;
  /** Whether `/moods` may spoil parts and `/paid` pay invoices; only where nobody but this machine can reach it. */
  readonly spoilable?: boolean;
  readonly clock?: () => Date;
  /** Where invoices are kept; without it they end with the server. */
  readonly invoicesFile?: string;
  /** Waits; a test may count instead. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Replaces the gateway to the state registers and the payments, as docs/gateway/openapi.yaml describes it: a server of its
 * own, which takes signed calls alone. `GET /moods` says how each part answers, `PUT /moods/{part}` changes it, `PUT /paid/{number}`
 * pays an invoice.
 */
export async function serveStandIns({
  findKey,
  host = '127.0.0.1',
  port: wanted = 0,
  spoilable = false,
  clock = () => new Date(),
  wait = sleep,
  invoicesFile,
  ...peculiar
}: StandInOptions) {
  const invoices = keepInvoices(clock, invoicesFile);
  const addresses = addressesOf(peculiar, invoices);
  const check = checkCalls(findKey, clock);
  const moods = wellAtFirst();

  const answer = async (request: IncomingMessage, gone: AbortSignal): Promise<Answer> => {
    const { method = '', url: path = '', headers } = request;
    const body = await readBody(request, LONGEST_QUESTION);
    if (!body) return { status: 413, body: { error: 'too-long' } };
    if (spoilable && path.startsWith('/moods')) return tellMoods(method, path, body);
    if (spoilable && path.startsWith('/paid/')) return pay(method, path.slice('/paid/'.length));
    const found = addresses.get(path);
    if (!found) return { status: 404, body: { error: 'unknown-address' } };
    if (method !== 'POST') return { status: 405, body: { error: 'post-only' } };
    const call = { method, authority: headers.host ?? '', path, contentType: headers['content-type'] ?? '', body };
    const fault = await check(call, headers);
    if (fault) return { status: 401, body: { error: fault } };
    const { mood, seconds = SLOW } = moods[found.part];
    if (mood === 'down') return { status: 503, body: { error: 'down' } };
    if (mood === 'slow') await wait(seconds * 1000, gone);
    const { success, data } = found.body.safeParse(readJson(body));
    if (!success) return { status: 400, body: { error: 'invalid' } };
    return { status: 200, body: (mood === 'unknown' && found.unknown) || found.answer(data as never) };
  };

  const tellMoods = (method: string, path: string, body: Buffer): Answer => {
    if (method === 'GET' && path === '/moods') return { status: 200, body: moods };
    const part = path.slice('/moods/'.length);
    if (method !== 'PUT' || !isPart(part)) return { status: 404, body: { error: 'unknown-part' } };
    const { success, data } = Mood.safeParse(readJson(body));
    if (!success) return { status: 400, body: { error: 'invalid' } };
    moods[part] = data;
    return { status: 200, body: moods };
  };

  const pay = (method: string, number: string): Answer => {
    if (method !== 'PUT') return { status: 405, body: { error: 'put-only' } };
    const paid = invoices.pay(number);
    if (paid === 'unknown') return { status: 404, body: { error: paid } };
    return paid === 'expired' ? { status: 409, body: { error: paid } } : { status: 200, body: paid };
  };

  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    answer(request, gone.signal).then(
      (answered) => send(response, answered),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wanted, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    invoices,
    /** How a part answers now. */
    moodOf: (part: Part): Mood => moods[part],
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

function send(response: ServerResponse, { status, body }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

/** Ends at once when whoever asked has gone. */
const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
