import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveNcalayer, type RunningNcalayer } from '../../../lib/local/ncalayer/serve-ncalayer.ts';
import type { Environment, Permission } from '../../../web/signing/environment.ts';
import { ncalayerWay } from '../../../web/signing/ncalayer/ncalayer-way.ts';
import type { Connect, Socket } from '../../../web/signing/ncalayer/talk.ts';
import { isSigningProblem } from '../../../web/signing/problem.ts';
import {
  content,
  environment,
  families,
  iin,
  makeAuthority,
  opensslSays,
  otherIin,
  verdictOf,
  type Authority,
} from './scene.ts';

const who = { iin, purpose: 'signature' } as const;
const connect: Connect = (url) => new WebSocket(url);

describe.each(families)('NCALayer’s double with keys of %s', (family) => {
  let authority: Authority;
  let ncalayer: RunningNcalayer;
  beforeAll(async () => {
    authority = await makeAuthority(family);
    const signers = [await authority.issue(otherIin), await authority.issue(iin, 'authentication')];
    ncalayer = await serveNcalayer({ signers: [...signers, await authority.issue(iin)] });
  });
  afterAll(() => ncalayer.close());

  const layer = (more: Partial<Environment> = {}) => ncalayerWay(environment({ connect, ...more }), ncalayer.url);

  it('signs with the key of the person and purpose, in the language of the page, detached and with a timestamp', async () => {
    ncalayer.setMode('sign');
    const signed = await layer().sign(content, who);
    if (isSigningProblem(signed)) throw new Error(signed.problem);
    expect(signed).toMatchObject({
      owner: 'ДЕМО АЗАМАТ ҮЛГІҰЛЫ',
      cms: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/),
    });
    expect(verdictOf(authority, signed.cms)).toBe('passed');
    if (family === 'rsa') expect(opensslSays(authority, signed.cms)).not.toBe(false);
    expect(ncalayer.questions.at(-1)?.args).toMatchObject({
      locale: 'kk',
      signingParams: { decode: true, encapsulate: false, digested: false, tsaProfile: {} },
      signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], iin },
    });
  });

  it('is offered only keys of the organisation, or only the person’s own', async () => {
    ncalayer.setMode('sign');
    const bin = '120140090815';
    expect(await layer().sign(content, { ...who, organisation: bin })).toEqual({ problem: 'ncalayer-cancelled' });
    const usage = '1.3.6.1.5.5.7.3.4';
    expect(ncalayer.questions.at(-1)?.args.signerParams).toEqual({
      ...{ extKeyUsageOids: [usage, '1.2.398.3.3.4.1.2'], iin, bin },
    });
    expect(await layer().sign(content, { ...who, organisation: false })).toMatchObject({
      owner: 'ДЕМО АЗАМАТ ҮЛГІҰЛЫ',
    });
    expect(ncalayer.questions.at(-1)?.args.signerParams).toEqual({
      ...{ extKeyUsageOids: [usage, '1.2.398.3.3.4.1.1'], iin },
    });
  });

  it('signs several documents with one entry of the password', async () => {
    ncalayer.setMode('sign');
    const asked = ncalayer.questions.length;
    const signed = await layer().signAll!([content, content.slice(1), content], who);
    if (isSigningProblem(signed)) throw new Error(signed.problem);
    expect([signed.length, ncalayer.questions.length - asked]).toEqual([3, 1]);
    expect(verdictOf(authority, signed[2]!.cms)).toBe('passed');
  });

  it.each([
    ['cancel', { problem: 'ncalayer-cancelled' }],
    ['wrong-key', { problem: 'other-person' }],
    ['fail', { problem: 'ncalayer-failed', detail: 'SIGNING_FAILURE' }],
    ['outdated', { problem: 'ncalayer-outdated' }],
    ['leave', { problem: 'ncalayer-closed' }],
    ['strange', { problem: 'ncalayer-failed' }],
  ] as const)('says what happened: %s', async (mode, problem) => {
    ncalayer.setMode(mode);
    expect(await layer().sign(content, who)).toEqual(problem);
  });

  it('offers no key to another person, who closes the window', async () => {
    ncalayer.setMode('sign');
    const stranger = { iin: '000000000000', purpose: 'signature' } as const;
    expect(await layer().sign(content, stranger)).toEqual({ problem: 'ncalayer-cancelled' });
  });

  it('is not asked any more when the person stops waiting', async () => {
    ncalayer.setMode('silent');
    const stop = new AbortController();
    const signing = layer({ connect: stopsAfterAsking(stop) }).sign(content, who, stop.signal);
    expect(await signing).toEqual({ problem: 'stopped' });
    expect(await layer().sign(content, who, AbortSignal.abort())).toEqual({ problem: 'stopped' });
  });
});

/** Stops once the request has been sent. */
const stopsAfterAsking =
  (stop: AbortController): Connect =>
  (url) => {
    const socket: Socket = new WebSocket(url);
    const send = socket.send.bind(socket);
    socket.send = (text) => {
      send(text);
      stop.abort();
    };
    return socket;
  };

/** A port on which nobody listens any more. */
async function nobody(): Promise<string> {
  const gone = await serveNcalayer({ signers: [] });
  await gone.close();
  return gone.url;
}

describe('without NCALayer', () => {
  it('says first that NCALayer does not run, then that the browser may not trust it', async () => {
    const way = ncalayerWay(environment({ connect }), await nobody());
    expect(await way.sign(content, who)).toEqual({ problem: 'ncalayer-absent' });
    expect(await way.sign(content, who)).toEqual({ problem: 'ncalayer-untrusted' });
    expect(await way.sign(content, who)).toEqual({ problem: 'ncalayer-untrusted' });
  });

  it('explains the permission before the browser asks for it, and only if it asks', async () => {
    const url = await nobody();
    const asked: string[] = [];
    const sign = (isPublic: boolean, permission: Permission, answer: boolean) => {
      const ask = {
        ...environment().ask,
        permission: async () => {
          asked.push(String(permission));
          return answer;
        },
      };
      const way = ncalayerWay(environment({ connect, isPublic, permission: async () => permission, ask }), url);
      return way.sign(content, who);
    };
    expect(await sign(true, 'prompt', false)).toEqual({ problem: 'stopped' });
    expect(await sign(true, 'prompt', true)).toEqual({ problem: 'ncalayer-absent' });
    expect(asked).toEqual(['prompt', 'prompt']);
    expect(await sign(true, 'denied', true)).toEqual({ problem: 'ncalayer-forbidden' });
    for (const state of ['granted', undefined] as const)
      expect(await sign(true, state, true)).toEqual({ problem: 'ncalayer-absent' });
    expect(await sign(false, 'prompt', true)).toEqual({ problem: 'ncalayer-absent' });
    expect(asked).toHaveLength(2);
  });

  it("says that it is forbidden if the person refused the browser's question", async () => {
    let state: Permission = 'prompt';
    const way = ncalayerWay(
      environment({
        connect: (url) => {
          state = 'denied';
          return connect(url);
        },
        isPublic: true,
        permission: async () => state,
      }),
      await nobody(),
    );
    expect(await way.sign(content, who)).toEqual({ problem: 'ncalayer-forbidden' });
  });

  it("says that it is our fault if the page's own rules forbid the connection: an error without a close", async () => {
    const blocked: Connect = () => ({
      addEventListener: (type, listener) => {
        if (type === 'error') queueMicrotask(() => listener({ type }));
      },
      send: () => undefined,
      close: () => undefined,
    });
    expect(await ncalayerWay(environment({ connect: blocked })).sign(content, who)).toEqual({
      problem: 'ncalayer-blocked',
    });
  });
});
