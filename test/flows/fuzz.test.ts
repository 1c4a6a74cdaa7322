import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problems } from '../../lib/domain/problem/codes.ts';
import { hostileText, hostileValue } from './fuzz/hostile.ts';
import { placesIn, replaceAt, sampleBody, type Description, type Operation } from './fuzz/operations.ts';
import { ask, problemOf, type Answer } from './http.ts';
import { offer, register } from './queue-scene.ts';
import { RunningPlatform } from './running-platform.ts';
import { certificate, draftOf, enter, submit, workOf, type Actor } from './scene.ts';

/** Requests to each operation that has anything to be hostile in. */
const TRIES = 10;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const platform = new RunningPlatform();
let description: Description;
/** Who may call, by role. */
const callers = new Map<string, Actor>();
/** Offers places. */
let educator: Actor;
/** Things that are there, so that not all hostility ends at "unknown". */
const real: Record<string, string> = {};
beforeAll(async () => {
  await platform.start();
  description = (await ask('GET', `${platform.url}/openapi.json`)).body as Description;
  for (const role of ['applicant', 'mio-officer', 'con-operator', 'administrator', 'auditor'])
    callers.set(
      role,
      await enter(
        platform,
        platform.people.find((one) => one.role === role && !one.revoked)!,
      ),
    );
  const [citizen, officer] = [callers.get('applicant')!, callers.get('mio-officer')!];
  const draft = await draftOf(citizen, certificate(officer.person.office!));
  const request = await draftOf(citizen, certificate(officer.person.office!));
  await submit(citizen, request);
  await workOf(officer, request.id);
  const queued = await register(platform, 'portal');
  educator = queued.officer;
  Object.assign(real, {
    queued: queued.id,
    offer: (await offer(queued, 'Ясли-сад № 1')).id,
    draft: draft.id,
    work: request.id,
    attachment: draft.attachment,
    service: certificate('').service,
  });
}, 120_000);
afterAll(() => platform.remove());

interface Attack {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly header: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** Longer addresses end at the HTTP server, before there is anybody to answer in problem details. */
const shortText = hostileText.filter((text) => text.length <= 600);

/** One or more hostile values among those that are as they should be; `undefined` stays what it should be. */
function attacks(operation: Operation): fc.Arbitrary<Attack> {
  const named = (where: 'path' | 'query' | 'header', values: fc.Arbitrary<string>) =>
    fc.record(
      Object.fromEntries(
        (operation.parameters ?? [])
          .filter((parameter) => parameter.in === where)
          .map(({ name }) => [name, fc.option(values, { nil: undefined, freq: 2 })]),
      ),
    ) as fc.Arbitrary<Readonly<Record<string, string | undefined>>>;
  const body = sampleBody(description, operation);
  const changed = fc
    .tuple(fc.constantFrom(...placesIn(body)), hostileValue)
    .map(([place, value]) => replaceAt(body, place, value));
  const added = fc.tuple(hostileText, hostileValue).map(([name, value]) => ({ ...(body as object), [name]: value }));
  return fc.record({
    path: named('path', shortText),
    query: named('query', shortText),
    header: named('header', fc.string({ maxLength: 200 })),
    body: operation.requestBody
      ? fc.oneof({ weight: 4, arbitrary: changed }, added, hostileValue)
      : fc.constant(undefined),
  });
}

async function send(method: string, pattern: string, operation: Operation, attack: Attack): Promise<Answer> {
  const isQueue = /\/(offers|queue)/.test(pattern);
  const id = isQueue ? real['queued'] : pattern.startsWith('/work') ? real['work'] : real['draft'];
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
    // A path part that is only dots would be taken away by the client.
    encodeURIComponent((attack.path[name] ?? real[name] ?? id ?? '').toWellFormed()).replace(/^\.+$/, 'x'),
  );
  const query = Object.entries(attack.query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const headers = Object.entries(attack.header).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const role = operation['x-roles']?.find((each) => callers.has(each));
  return ask(method.toUpperCase(), `${platform.url}${path}?${new URLSearchParams(query).toString()}`, {
    // Signing out would only make the rest easy.
    token:
      pattern === '/sessions/current'
        ? 'x'
        : (isQueue && role === 'mio-officer' ? educator : callers.get(role ?? ''))?.token,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '?')])),
    ...(attack.body !== undefined && { body: attack.body }),
  });
}

it('answers whatever is sent to any route, and never by a failure of its own', async () => {
  let sent = 0;
  const statuses = new Map<number, number>();
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  // What takes things away comes last.
  for (const { method, path, operation } of operations.toSorted(
    (one, other) => Number(one.method === 'delete') - Number(other.method === 'delete'),
  )) {
    const attempt = async (attack: Attack) => {
      const answer = await send(method, path, operation, attack);
      sent += 1;
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect([method, path, answer.status < 500 ? 'an answer' : answer.text]).toEqual([method, path, 'an answer']);
      if (answer.status < 400) return;
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(problems).toHaveProperty([problemOf(answer).code, 'status'], answer.status);
    };
    const numRuns = (operation.parameters ?? []).length > 0 || operation.requestBody ? TRIES : 1;
    await fc.assert(fc.asyncProperty(attacks(operation), attempt), { seed, numRuns, endOnFailure: true });
  }
  console.log(`seed ${seed}: ${sent} requests, answered`, Object.fromEntries(statuses));
  expect(sent).toBeGreaterThan(300);
  expect((await ask('GET', `${platform.url}/`)).status).toBe(200);
}, 120_000);
