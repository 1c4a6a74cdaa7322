import { logLines } from '../log-lines.ts';
import { describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { contract as listOffices } from '../../../../functions/catalogue/list-offices/contract.ts';
import { contract as showRequest } from '../../../../functions/cabinet/show-request/contract.ts';
import { contract as createRequest } from '../../../../functions/drafts/create-request/contract.ts';
import { serve, servePublic } from '../../../../lib/adapters/http/serve.ts';
import { refuse } from '../../../../lib/domain/problem/problem.ts';
import { bodyOf, eventOf } from './event.ts';

const requestId = '4b2c7e9a-1f0d-4d2e-9a53-0c1d2e3f4a5b';
const incident = '00000000-0000-4000-8000-000000000000';
const context = { awsRequestId: incident };
const from = (requestContext: object, event = eventOf({})) =>
  ({
    ...event,
    requestContext: { identity: { sourceIp: '192.0.2.1' }, ...requestContext },
  }) as unknown as APIGatewayProxyEvent;
const offices = { body: { offices: [], regions: [] } };

/** Environment as the stack gives it; read when a handler is loaded. */
function inArea<Handler>(load: () => Handler): Handler {
  Object.assign(process.env, { AREA: 'catalogue', METRICS_NAMESPACE: 'e-akimat-test' });
  try {
    return load();
  } finally {
    delete process.env['AREA'];
    delete process.env['METRICS_NAMESPACE'];
  }
}

describe('what the access journal cannot take', () => {
  it('is not answered', async () => {
    const work = () => Promise.resolve({ body: { secret: 'of the request' }, text: 'of the request' });
    const handler = serve(showRequest, work, () => Promise.resolve(refuse('journal/failed')));
    const authorizer = { account: 'a', role: 'mio-officer', session: 's', office: 'o' };
    const event = from({ authorizer }, eventOf({ pathParameters: { id: '01KAH7M0000000000000000001' } }));
    let answer: Awaited<ReturnType<typeof handler>> | undefined;
    const lines = await logLines(async () => (answer = await handler(event, context)));
    expect(answer?.statusCode).toBe(503);
    expect(answer?.body).not.toContain('of the request');
    expect(lines).toMatchObject([{ outcome: 'failed', code: 'journal/failed' }]);
  });
});

describe('a session that does not reach so far', () => {
  it('is refused before anything is done, and the journal says so', async () => {
    const noted: unknown[] = [];
    const work = () => Promise.reject(new Error('was called'));
    const handler = serve(showRequest, work, (result, caller) => {
      noted.push([result, caller?.account]);
      return Promise.resolve(undefined);
    });
    const authorizer = { account: 'a', role: 'mio-officer', session: 's', office: 'o', unraised: 'unraised' };
    const event = from({ authorizer }, eventOf({ pathParameters: { id: '01KAH7M0000000000000000001' } }));
    const answer = await handler(event, context);
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([403, { code: 'session/eds-needed' }]);
    expect(noted).toEqual([[{ refused: 'session/eds-needed' }, 'a']]);
  });
});

describe('a finished call over HTTP', () => {
  it('leaves one line: route, code, milliseconds, the id that the gateway gave, and its metric', async () => {
    const handler = inArea(() => servePublic(listOffices, () => Promise.resolve(offices)));
    const lines = await logLines(() => handler(from({ requestId }), context));
    expect(lines).toEqual([
      {
        level: 'INFO',
        message: 'ended',
        sampling_rate: 0,
        service: 'e-akimat',
        timestamp: expect.any(String),
        area: 'catalogue',
        outcome: 'done',
        code: 'done',
        milliseconds: expect.any(Number),
        route: 'GET /offices',
        requestId,
        incident,
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'e-akimat-test',
              Dimensions: [['area', 'outcome']],
              Metrics: [{ Name: 'milliseconds', Unit: 'Milliseconds' }],
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['refused', 'service/office', () => Promise.resolve(refuse('service/office'))],
    ['failed with a refusal that is a 5xx', 'eds/indeterminate', () => Promise.resolve(refuse('eds/indeterminate'))],
    ['failed unexpectedly', 'server/failed', () => Promise.reject(new Error('unexpected'))],
    ['failed with an answer that its contract does not allow', 'server/failed', () => Promise.resolve({ body: 1 })],
  ] as const)('%s', async (title, code, work) => {
    const handler = servePublic(listOffices, work);
    const [line, ...others] = await logLines(() => handler(from({ requestId }), context));
    expect(others).toEqual([]);
    const outcome = title.split(' ')[0];
    expect(line).toMatchObject({ outcome, code, requestId });
    expect(line?.['level']).toBe(code === 'server/failed' ? 'ERROR' : 'INFO');
  });
});

it.each([
  ['an answer', () => Promise.resolve({ body: { offices: [], regions: [] } })],
  ['a refusal', () => Promise.resolve(refuse('service/office'))],
] as const)('%s says that it comes by TLS alone and belongs to no other page', async (_, work) => {
  let said: { readonly headers?: object | undefined } = {};
  await logLines(async () => (said = await servePublic(listOffices, work)(from({ requestId }), context)));
  expect(said.headers).toMatchObject({
    'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
});

describe('a cacheable answer', () => {
  type Handler = ReturnType<typeof servePublic>;
  /** Its log is not checked here. */
  const call = async (handler: Handler, headers: Readonly<Record<string, string>> = {}) => {
    let said: Awaited<ReturnType<Handler>> | undefined;
    await logLines(async () => (said = await handler(from({ requestId }, eventOf({ headers })), context)));
    return said!;
  };
  const answer = (body: object, headers?: Readonly<Record<string, string>>) =>
    call(
      servePublic(listOffices, () => Promise.resolve({ body })),
      headers,
    );

  it('has a tag, and may be stored by clients that ask again', async () => {
    const { statusCode, headers, body } = await answer({ offices: [], regions: [] });
    expect([statusCode, body]).toEqual([200, '{"offices":[],"regions":[]}']);
    expect(headers).toMatchObject({
      etag: expect.stringMatching(/^W\/"[\w-]{22}"$/),
      'cache-control': 'no-cache',
      vary: 'accept-encoding, accept-language',
      'access-control-expose-headers': expect.stringContaining('etag'),
    });
  });

  it.each([
    (etag: string) => etag,
    (etag: string) => etag.replace('W/', ''),
    (etag: string) => `"other", ${etag}`,
    () => '*',
  ])('is not sent to a client that has it: %s', async (named) => {
    const etag = String((await answer({ offices: [], regions: [] })).headers?.['etag']);
    const again = await answer({ offices: [], regions: [] }, { 'If-None-Match': named(etag) });
    expect([again.statusCode, again.body, again.headers?.['etag']]).toEqual([304, '', etag]);
    expect(again.headers).not.toHaveProperty('content-type');
  });

  it('is sent whole to a client with another one, and a refusal is never stored', async () => {
    const etag = String((await answer({ offices: [], regions: [] })).headers?.['etag']);
    const other = await answer({ offices: [], regions: [], next: 'page' }, { 'if-none-match': etag });
    expect([other.statusCode, other.headers?.['etag'] === etag]).toEqual([200, false]);
    const refusing = servePublic(listOffices, () => Promise.resolve(refuse('service/office')));
    const refused = await call(refusing, { 'if-none-match': '*' });
    expect([refused.statusCode, refused.headers?.['cache-control']]).toEqual([422, 'no-store']);
  });
});

const people = ['850101300123', 'Иванов Пётр', '+77010000000', 'petr@example.kz'] as const;
const hostile = people.join(' ');

describe('personal data in unexpected places', () => {
  const caller = { account: hostile, role: 'applicant', iin: people[0], session: hostile, principalId: hostile };
  const events = [
    ['in the body', bodyOf(JSON.stringify({ service: hostile, [hostile]: hostile, form: { iin: people[0] } }))],
    ['in a body that is not JSON', bodyOf(`${hostile}\n    at ${hostile} (${hostile}:1:1)`)],
    [
      'in headers and path',
      eventOf({ path: `/${hostile}`, headers: { 'idempotency-key': hostile, 'accept-language': hostile } }),
    ],
    ['in what should be identifiers', from({ requestId: hostile, authorizer: caller })],
    ['in an identifier of the right length', from({ requestId: `${people[0]}-0123-0123-0123-012345678901` })],
  ] as const;

  it.each(events)('%s: are in no log line', async (_, event) => {
    const thrown = new Error(`${hostile}\n    at ${hostile} (${hostile}:1:1)`, { cause: new TypeError(hostile) });
    const handler = serve(
      createRequest,
      () => Promise.reject(thrown),
      () => Promise.resolve(undefined),
    );
    const lines = await logLines(() => handler(from(event.requestContext ?? { authorizer: caller }, event), context));
    expect(lines).toHaveLength(1);
    for (const word of people) expect(JSON.stringify(lines)).not.toContain(word);
  });

  it('are in no log line if the work throws them', async () => {
    const thrown = new Error(`${hostile}\n    at ${hostile} (${hostile}:1:1)`, { cause: new TypeError(hostile) });
    const handler = servePublic(listOffices, () => Promise.reject(thrown));
    const [line] = await logLines(() => handler(from({ requestId: hostile }), context));
    expect(line).toMatchObject({ outcome: 'failed', failure: { name: 'Error', cause: { name: 'TypeError' } } });
    for (const word of people) expect(JSON.stringify(line)).not.toContain(word);
  });
});
