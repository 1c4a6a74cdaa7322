import { logLines } from '../adapters/log-lines.ts';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultLimits, type Limits } from '../../../lib/eds-service/limits.ts';
import { makeServer } from '../../../lib/eds-service/serve.ts';
import type { RouteNeeds } from '../../../lib/eds-service/routes.ts';
import { listen } from '../../../lib/local/http/listen.ts';
import { base64, openService, type Service } from './example.ts';
import { refused } from './ncanode/shapes.ts';

const content = Buffer.from('Өтініш');
let service: Service;
let cms: string;
let server: Server | undefined;
let port = 0;

beforeAll(async () => {
  service = await openService('rsa');
  cms = base64(await service.example.signPlain(content));
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  server = undefined;
});

async function open(limits: Partial<Limits> = {}, needs: RouteNeeds = service.needsOf()) {
  server = makeServer(needs, { ...defaultLimits, ...limits });
  port = await listen(server, 0);
}
const call = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: body as string,
    headers: { 'content-type': 'application/json', ...headers },
  });
const whole = () => JSON.stringify({ cms, data: base64(content) });

describe('the server', () => {
  it('answers JSON that nobody keeps, and logs the route, the verdict and the time alone', async () => {
    await open();
    const lines = await logLines(async () => {
      const answer = await call('/cms/verify?token=secret', whole());
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({ valid: true });
      await call('/secret', '{}');
    });
    expect(lines).toMatchObject([
      { route: '/cms/verify', status: 200, verdict: 'passed', ms: expect.any(Number) },
      { route: 'other', status: 404 },
    ]);
    const said = JSON.stringify(lines);
    for (const personal of ['secret', '900315390018', 'ДЕМО', cms.slice(0, 40)]) expect(said).not.toContain(personal);
  });

  it('takes a body of as many octets as are allowed, and not one more', async () => {
    const body = whole();
    await open({ body: body.length });
    expect((await call('/cms/verify', body)).status).toBe(200);
    const more = await call('/cms/verify', ` ${body}`);
    expect(more.status).toBe(413);
    expect(refused.parse(await more.json())).toMatchObject({ code: 'input/too-large' });
  });

  it.each([
    ['no JSON', '{', {}, 400, 'input/json'],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), {}, 400, 'input/json'],
    ['a form', 'cms=MAA', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'input/media-type'],
    ['another encoding', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'input/media-type'],
    ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415, 'input/media-type'],
  ])('refuses %s', async (_what, body, headers, status, code) => {
    await open();
    const answer = await call('/cms/verify', body, headers);
    expect(answer.status).toBe(status);
    expect(refused.parse(await answer.json())).toMatchObject({ status, code });
  });

  it('says which method a call has', async () => {
    await open();
    const answer = await fetch(`http://127.0.0.1:${port}/cms/verify`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(refused.parse(await answer.json())).toMatchObject({ code: 'route/method' });
  });

  it('makes as many calls at once as are allowed; others are asked to come again', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    let all = (): void => undefined;
    const two = new Promise<void>((resolve) => (all = resolve));
    const askOcsp = async () => {
      asked += 1;
      if (asked === 2) all();
      await held;
      return [];
    };
    await open({ calls: 2 }, service.needsOf({ askOcsp }));
    const first = [call('/cms/verify', whole()), call('/cms/verify', whole())];
    await two;
    const third = await call('/cms/verify', whole());
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('1');
    expect(refused.parse(await third.json())).toMatchObject({ code: 'service/busy' });
    // Whether it lives can be asked at any time.
    expect((await fetch(`http://127.0.0.1:${port}/actuator/health`)).status).toBe(200);
    release();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await call('/cms/verify', whole())).status).toBe(200);
  });

  it('hides an error of its own behind a number that the log has', async () => {
    await open({}, service.needsOf({ askOcsp: () => Promise.reject(new Error('secret path')) }));
    let message = '';
    const lines = await logLines(async () => {
      const answer = await call('/cms/verify', whole());
      expect(answer.status).toBe(500);
      ({ message } = refused.parse(await answer.json()));
    });
    const [, incident] = message.split(': ');
    expect(lines).toMatchObject([
      { message: 'failed', incident },
      { route: '/cms/verify', status: 500 },
    ]);
    expect(message + JSON.stringify(lines)).not.toContain('secret');
  });

  const ended = async (socket: Socket) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(socket, 'close');
    return said;
  };

  it.each([
    ['the headers', 'POST /cms/verify HTTP/1.1\r\nHost: x\r\n'],
    [
      'the body',
      'POST /cms/verify HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('ends the connection of a client that does not finish %s, and frees its place', async (_what, sent) => {
    await open({ headersTime: 50, requestTime: 50, lookTime: 20, calls: 1 });
    const socket = connect(port, '127.0.0.1');
    socket.write(sent);
    expect(await ended(socket)).toContain('408');
    expect((await call('/cms/verify', whole())).status).toBe(200);
  });

  it('has at most so many connections', async () => {
    await open({ connections: 1 });
    const first = connect(port, '127.0.0.1');
    await once(first, 'connect');
    const second = connect(port, '127.0.0.1');
    expect(await ended(second)).toBe('');
    first.destroy();
  });
});
