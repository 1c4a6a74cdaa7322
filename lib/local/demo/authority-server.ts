import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { answerAuthority, type AuthorityContext } from './answer-authority.ts';
import { issueCrls } from './demo-crls.ts';
import { systemRandom, type RandomSource } from '../../signing/random.ts';
import { readBody } from '../http/read-body.ts';
import { authorityParts, SLOW, type AuthorityPart, type Mood } from '../stand-ins/spoil.ts';

export interface AuthorityOptions {
  /** The authority's folder, `.local/demo/ca`. */
  readonly dir: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** This machine's address that others can reach; loopback if none is given. */
  readonly host?: string;
  readonly clock?: () => Date;
  readonly random?: RandomSource;
  /** How timestamps and answers about certificates are given now; well without it. */
  readonly moodOf?: (part: AuthorityPart) => Mood;
}

export interface RunningAuthority {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The longest request that is read; OCSP and timestamp requests have some hundred octets. */
const longestRequest = 10_000;
const crlEvery = 12 * 3600 * 1000;

/**
 * Serves the demo authority: `GET /crl/*.crl`, `GET /certificates/*.cer`, `POST /ocsp/<family>`, `POST /tsa/<family>`.
 * While it runs, the lists are signed again twice a day.
 */
export async function startAuthority(options: AuthorityOptions): Promise<RunningAuthority> {
  const { dir, port, host = '127.0.0.1', clock = () => new Date(), random = systemRandom } = options;
  const { moodOf = () => ({ mood: 'ok' }) } = options;
  const server = createServer((request, response) => {
    void handle(request, response, () => ({ dir, now: clock(), random }), moodOf);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const renewal = setInterval(() => issueCrls(dir, clock()), crlEvery);
  renewal.unref();
  const stop = async (): Promise<void> => {
    clearInterval(renewal);
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, stop };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  contextNow: () => AuthorityContext,
  moodOf: (part: AuthorityPart) => Mood,
): Promise<void> {
  try {
    const body = await readBody(request, longestRequest);
    const part = authorityParts.find((each) => request.url?.startsWith(`/${each}/`));
    const { mood, seconds = SLOW } = part ? moodOf(part) : ({ mood: 'ok' } as const);
    if (mood === 'down') {
      response.writeHead(503).end();
      return;
    }
    if (mood === 'slow') await wait(seconds * 1000, undefined, { ref: false });
    const { status, type, content } = body
      ? answerAuthority(request.method ?? 'GET', request.url ?? '/', body, contextNow())
      : { status: 413, type: 'text/plain', content: Buffer.from('too large\n') };
    response.writeHead(status, { 'content-type': type, 'content-length': content.length }).end(content);
  } catch (error) {
    console.error('the demo authority failed to answer', error);
    response.destroy();
  }
}
