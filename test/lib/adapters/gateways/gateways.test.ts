import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openGateways, PATIENCE } from '../../../../lib/adapters/gateways/gateways.ts';
import { registerAnswers, registries, tellingRegisters } from '../../../../lib/domain/regulation/words.ts';
import { makeSoftwareKey } from '../identity/software-key.ts';
import { described, fits, isDescribedCall } from './gateway-contract.ts';

const heard: { method: string; path: string; body: unknown; headers: IncomingHttpHeaders }[] = [];
let answer: { status: number; body: unknown; headers?: Record<string, string> };
const server = createServer((request, response) => {
  void text(request).then((body) => {
    heard.push({ method: request.method!, path: request.url!, body: JSON.parse(body), headers: request.headers });
    response
      .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      .end(JSON.stringify(answer.body));
  });
});
let gateways: ReturnType<typeof openGateways>;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gateways = openGateways({ url, key: makeSoftwareKey(), clock: () => new Date() });
});
beforeEach(() => void heard.splice(0));
afterAll(() => new Promise((done) => server.close(done)));

const iin = '900315390115';
const bin = '120140090815';
const power = { number: '1', issuedOn: '2026-01-01', until: '2027-01-01', principal: iin, representative: iin };

it('asks each register as docs/gateway says, about a person, an organisation or a power of attorney', async () => {
  expect(described.paths['/registries/{registry}']!.post.parameters[0]!.schema!.enum).toEqual(registries);
  for (const registry of registries)
    for (const found of [true, false]) {
      answer = { status: 200, body: { found } };
      expect(fits('Found', answer.body)).toBe(true);
      const [schema, subject] =
        registry === 'enis'
          ? ['Power', power]
          : registry === 'gbd-ul'
            ? ['Organisation', { bin }]
            : ['Person', { iin }];
      expect(await gateways.isKnown(registry, subject as { readonly iin: string })).toBe(found);
      const { method, path, body, headers } = heard.at(-1)!;
      expect([method, path]).toEqual(['POST', `/registries/${registry}`]);
      expect(isDescribedCall(path, headers, body)).toBe(true);
      expect(['Person', 'Organisation', 'Power'].filter((each) => fits(each, body))).toEqual([schema]);
    }
});

it('asks a register for what fills a form as docs/gateway says, and keeps nothing else', async () => {
  expect(described.paths['/registries/{registry}/person']!.post.parameters[0]!.schema!.enum).toEqual(tellingRegisters);
  answer = { status: 200, body: { found: true, person: { surname: 'Демо' } } };
  expect(fits('Told', answer.body)).toBe(true);
  expect(await gateways.tellPerson('gbd-fl', iin, ['surname', 'address'])).toEqual({ surname: 'Демо' });
  const { path, body, headers } = heard.at(-1)!;
  expect(isDescribedCall(path, headers, body)).toBe(true);
  answer = { status: 200, body: { found: false } };
  expect(fits('Told', answer.body)).toBe(true);
  expect(await gateways.tellPerson('gbd-fl', iin, ['surname'])).toBeUndefined();
  for (const each of registerAnswers) expect(fits('Part', each)).toBe(true);
  answer = { status: 200, body: { found: true, person: { surname: 'x'.repeat(301) } } };
  await expect(gateways.tellPerson('gbd-fl', iin, ['surname'])).rejects.toThrow();
});

const until = '2026-12-03T05:00:00Z';
const bill = {
  ...{ request: '01KAH7M0000000000000000005', service: 'zhambyl-disabled-child-support', iin },
  ...{ tenge: 1000, until },
};

it('makes an invoice as docs/gateway says', async () => {
  answer = { status: 200, body: { number: 'A-1', tenge: 1000, until } };
  expect(await gateways.makeInvoice(bill)).toEqual(answer.body);
  const { method, path, body, headers } = heard.at(-1)!;
  expect([method, path, body, fits('Invoice', answer.body)]).toEqual(['POST', '/invoices', bill, true]);
  expect(isDescribedCall(path, headers, body)).toBe(true);
});

it.each([{ state: 'open' }, { state: 'expired' }, { state: 'paid', paidAt: '2026-12-01T05:00:00Z' }])(
  'asks whether an invoice is paid as docs/gateway says: $state',
  async (paying) => {
    answer = { status: 200, body: paying };
    expect(await gateways.findPayment('A-1')).toEqual(paying);
    const { method, path, body, headers } = heard.at(-1)!;
    expect([method, path, body, fits('Paying', paying)]).toEqual(['POST', '/invoices/state', { number: 'A-1' }, true]);
    expect(isDescribedCall(path, headers, body)).toBe(true);
  },
);

it.each([
  ['paid without a time', { state: 'paid' }],
  ['a number that is no number of an invoice', { number: 'A 1', tenge: 1000, until }],
  ['a part of a tenge', { number: 'A-1', tenge: 0.5, until }],
])('%s is no answer of the payments', async (_, body) => {
  answer = { status: 200, body };
  expect([fits('Paying', body), fits('Invoice', body)]).toEqual([false, false]);
  await expect('state' in body ? gateways.findPayment('A-1') : gateways.makeInvoice(bill)).rejects.toThrow();
});

it('uses no nonce twice, also for the same question', async () => {
  answer = { status: 200, body: { found: true } };
  await gateways.isKnown('gbd-fl', { iin });
  await gateways.isKnown('gbd-fl', { iin });
  expect(new Set(heard.map(({ headers }) => headers['signature'])).size).toBe(2);
  expect(new Set(heard.map(({ headers }) => /nonce="([^"]+)"/.exec(String(headers['signature-input']))![1])).size).toBe(
    2,
  );
});

it('waits ten seconds', () => {
  expect(PATIENCE).toBe(10_000);
});

it.each([
  ['an error', { status: 503, body: { found: false } }],
  ['an answer of another form', { status: 200, body: { found: 'no' } }],
  ['a redirect', { status: 307, body: { found: false }, headers: { location: '/registries/gbd-fl' } }],
])('%s is no answer, never "absent"', async (_, spoilt) => {
  answer = spoilt;
  await expect(gateways.isKnown('gbd-fl', { iin })).rejects.toThrow();
  expect(heard).toHaveLength(1);
});
