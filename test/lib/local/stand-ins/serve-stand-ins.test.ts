import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { signCall } from '../../../../lib/adapters/gateways/call-signature.ts';
import { openGateways } from '../../../../lib/adapters/gateways/gateways.ts';
import { registries, type Registry } from '../../../../lib/domain/regulation/words.ts';
import { askMoods, changeMood, payInvoice } from '../../../../lib/local/stand-ins/ask-moods.ts';
import { SLOWEST } from '../../../../lib/local/stand-ins/spoil.ts';
import { isDescribedAnswer, isDescribedCall } from '../../adapters/gateways/gateway-contract.ts';
import { makeSoftwareKey } from '../../adapters/identity/software-key.ts';
import { standInsFor } from './stand-ins-for.ts';

type StandIns = Awaited<ReturnType<typeof standInsFor>>;
const running: StandIns[] = [];
const start = async (...options: Parameters<typeof standInsFor>) => {
  const standIns = await standInsFor(...options);
  running.push(standIns);
  return standIns;
};
afterEach(() => Promise.all(running.splice(0).map((each) => each.stop())));

const iin = '900315390115';
const power = { number: '1', issuedOn: '2026-01-01', until: '2027-01-01', principal: iin, representative: iin };
/** Of registers that hold no people. */
const subjects: Partial<Record<Registry, object>> = { enis: power, 'gbd-ul': { bin: '120140090815' } };
const bill = {
  ...{ request: '01KAH7M0000000000000000005', service: 'zhambyl-disabled-child-support', iin },
  ...{ tenge: 1000, until: '2126-12-03T05:00:00Z' },
};
const start0 = new Date('2026-11-30T05:00:00Z');

interface Spoilt {
  readonly path?: string;
  readonly body?: string;
  readonly at?: Date;
  readonly nonce?: string;
  readonly key?: ReturnType<typeof makeSoftwareKey>;
  readonly headers?: Record<string, string | undefined>;
  readonly sent?: string;
  readonly method?: string;
}

/** A call by hand, with one thing spoilt. */
async function send({ url, line }: StandIns, spoilt: Spoilt = {}) {
  const { path = '/registries/gbd-fl', body = JSON.stringify({ iin }), at = new Date() } = spoilt;
  const call = {
    method: 'POST',
    authority: new URL(url).host,
    path,
    contentType: 'application/json',
    body: new TextEncoder().encode(body),
  };
  const signed = await signCall(call, spoilt.key ?? line.key, at, spoilt.nonce ?? crypto.randomUUID());
  const headers = Object.entries({ ...signed, ...spoilt.headers }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  const address = `${url}${spoilt.sent === undefined ? path : '/registries/gbd-fl'}`;
  const response = await fetch(address, { method: 'POST', headers, body: spoilt.sent ?? body });
  const answered: unknown = await response.json();
  return { status: response.status, answered, described: isDescribedAnswer(path, response.status, answered), signed };
}

it('answers every address of docs/gateway as it is described there', async () => {
  const standIns = await start();
  const asked = [
    ...registries.map((each) => [`/registries/${each}`, subjects[each] ?? { iin }]),
    ['/registries/gbd-fl/person', { iin, wanted: ['surname'] }],
    ['/invoices', bill],
    ['/invoices/state', { number: 'DEMO-000001' }],
  ];
  for (const [path, body] of asked as [string, object][]) {
    const { status, described, signed } = await send(standIns, { path, body: JSON.stringify(body) });
    expect([path, status, described, isDescribedCall(path, signed, body)]).toEqual([path, 200, true, true]);
  }
});

it.each<[string, Spoilt, number, string]>([
  ['without a signature', { headers: { signature: undefined, 'signature-input': undefined } }, 401, 'unsigned'],
  ['whose signature covers less', { headers: { 'signature-input': 'call=();created=1' } }, 401, 'unsigned'],
  ['of another body', { sent: '{"iin":"010101500112"}' }, 401, 'altered'],
  [
    'of another body, with its digest',
    {
      sent: '{"hello": "world"}',
      headers: { 'content-digest': 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:' },
    },
    401,
    'altered',
  ],
  ['of a key that is not published', { key: makeSoftwareKey() }, 401, 'unknown-key'],
  ['made six minutes ago', { at: new Date(Date.now() - 360_000) }, 401, 'stale'],
  ['made in six minutes', { at: new Date(Date.now() + 360_000) }, 401, 'stale'],
  ['without a question', { body: '{}' }, 400, 'invalid'],
  ['that is no JSON', { body: 'iin' }, 400, 'invalid'],
])('refuses a call %s', async (_, spoilt, status, error) => {
  expect(await send(await start(), spoilt)).toMatchObject({ status, answered: { error }, described: true });
});

it('refuses what was signed for another register', async () => {
  const standIns = await start();
  const { signed } = await send(standIns, { path: '/registries/address' });
  const response = await fetch(`${standIns.url}/registries/gbd-fl`, {
    method: 'POST',
    headers: signed,
    body: JSON.stringify({ iin }),
  });
  expect([response.status, await response.json()]).toEqual([401, { error: 'altered' }]);
});

it('takes the same call once', async () => {
  const standIns = await start();
  const again = { nonce: 'the-same-nonce-twice', at: start0 };
  const here = await start({ clock: () => start0 });
  expect((await send(here, again)).status).toBe(200);
  expect(await send(here, again)).toMatchObject({ status: 401, answered: { error: 'repeated' }, described: true });
  expect((await send(standIns)).status).toBe(200);
});

it('is spoilt and healed one part at a time', async () => {
  const standIns = await start({ spoilable: true });
  const { isKnown } = openGateways(standIns.line);
  await changeMood(standIns.url, 'gbd-fl', { mood: 'down' });
  await expect(isKnown('gbd-fl', { iin })).rejects.toThrow('503');
  expect((await send(standIns)).described).toBe(true);
  expect(await isKnown('address', { iin })).toBe(true);
  await changeMood(standIns.url, 'gbd-fl', { mood: 'unknown' });
  expect(await isKnown('gbd-fl', { iin })).toBe(false);
  expect((await changeMood(standIns.url, 'gbd-fl', { mood: 'ok' }))['gbd-fl']).toEqual({ mood: 'ok' });
  expect(await isKnown('gbd-fl', { iin })).toBe(true);
});

it('an invoice is made once for a request, paid by its number where that is allowed, and kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'invoices-'));
  const invoicesFile = join(folder, 'invoices.json');
  const standIns = await start({ spoilable: true, invoicesFile });
  const { makeInvoice, findPayment } = openGateways(standIns.line);
  const made = await makeInvoice(bill);
  expect(await makeInvoice({ ...bill, until: '2127-01-01T00:00:00Z' })).toEqual(made);
  expect((await makeInvoice({ ...bill, request: 'another' })).number).not.toBe(made.number);
  expect(await findPayment(made.number)).toEqual({ state: 'open' });
  expect(await payInvoice(standIns.url, 'DEMO-7')).toBe('unknown');
  const paid = await payInvoice(standIns.url, made.number);
  expect(await payInvoice(standIns.url, made.number)).toEqual(paid);
  const again = await start({ invoicesFile });
  expect(await openGateways(again.line).findPayment(made.number)).toMatchObject({ state: 'paid' });
  await expect(payInvoice(again.url, made.number)).resolves.toBe('unknown');
  expect(readFileSync(invoicesFile, 'utf8')).not.toContain(iin);
  rmSync(folder, { recursive: true });
});

it('takes no money for an invoice from its time on, and spoilt payments know of none', async () => {
  const standIns = await start({ spoilable: true });
  const { makeInvoice, findPayment } = openGateways(standIns.line);
  const late = await makeInvoice({ ...bill, until: '2026-01-01T00:00:00Z' });
  expect(await findPayment(late.number)).toEqual({ state: 'expired' });
  expect(await payInvoice(standIns.url, late.number)).toBe('expired');
  await changeMood(standIns.url, 'payments', { mood: 'unknown' });
  expect(await findPayment(late.number)).toEqual({ state: 'open' });
  await changeMood(standIns.url, 'payments', { mood: 'down' });
  await expect(findPayment(late.number)).rejects.toThrow('503');
});

it('a slow part is an answer just under the limit, and silence just over it', async () => {
  const waited: number[] = [];
  const standIns = await start({
    spoilable: true,
    // A hundredth of the time: what is compared is which of the two comes first.
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return new Promise((done) => setTimeout(done, milliseconds / 100));
    },
  });
  const { isKnown } = openGateways({ ...standIns.line, patience: 100 });
  await changeMood(standIns.url, 'gbd-fl', { mood: 'slow', seconds: 5 });
  expect(await isKnown('gbd-fl', { iin })).toBe(true);
  await changeMood(standIns.url, 'gbd-fl', { mood: 'slow', seconds: 15 });
  await expect(isKnown('gbd-fl', { iin })).rejects.toThrow('timeout');
  expect(waited).toEqual([5000, 15_000]);
});

it('can be spoilt only within bounds, and only where that is allowed', async () => {
  const standIns = await start({ spoilable: true });
  await expect(changeMood(standIns.url, 'gbd-fl', { mood: 'slow', seconds: SLOWEST + 1 })).rejects.toThrow('400');
  await expect(changeMood(standIns.url, 'nothing', { mood: 'down' })).rejects.toThrow('404');
  await expect(askMoods((await start()).url)).rejects.toThrow('404');
});
