import fc from 'fast-check';
import { edits, mutate } from '../fuzz/mutants.ts';
import { hostileText, hostileValue } from './hostile.ts';
import { placesIn, replaceAt, sampleBody, type Description, type Operation } from './operations.ts';
import type { Shot } from './send.ts';

/** What a request needs to pass the first checks: who may send it, real ids, a real signature. */
export interface Target {
  readonly method: string;
  readonly pattern: string;
  readonly operation: Operation;
  readonly tokens: readonly (string | undefined)[];
  readonly real: Readonly<Record<string, string>>;
  readonly cms: Uint8Array;
}

type Pairs = readonly (readonly [string, string])[];
const json: Pairs[number] = ['content-type', 'application/json'];

/** Parts of addresses as they are sent: percent-encoded, or incorrectly encoded. */
const addressPart: fc.Arbitrary<string> = fc.oneof(
  hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 1200)),
  fc.constantFrom(
    '%',
    '%2',
    '%zz',
    '%ff',
    '%C0%80',
    '%ED%A0%80',
    '%00',
    '%2e%2e',
    '%252e',
    'a%2Fb',
    '..',
    ';x=1',
    '*',
    '[]',
  ),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[^!-~]|[?#]/g, '%')),
);

const ulid = '01JD5T1V7Z8Q4K2N6M3P9R0S5T';
const cursor: fc.Arbitrary<string> = fc
  .oneof(
    fc.tuple(
      fc.constantFrom('requests', 'notices', 'work', 'queue', 'services', 'offices', ''),
      fc.oneof(fc.constantFrom(`2026-11-28T20:00:00.000Z#${ulid}`, '', '\u0000', '#', 1, -1, 1e300), fc.jsonValue()),
      fc.constantFrom(ulid, '', '\ud800', ulid.toLowerCase()),
    ),
    fc.jsonValue(),
  )
  .map((content) => Buffer.from(JSON.stringify(content)).toString('base64url'));

const header: fc.Arbitrary<Pairs[number]> = fc.oneof(
  fc.constantFrom<Pairs[number][]>(
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'application/json;charset="UTF-8"; charset=cp1251'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/vnd.api+json'],
    ['content-encoding', 'gzip'],
    ['content-encoding', 'identity'],
    ['accept-language', 'kk;q=' + '9'.repeat(4000)],
    ['accept-language', 'a,'.repeat(3000)],
    ['accept', 'text/html'],
    ['accept', 'text/html,'.repeat(800)],
    ['authorization', 'Bearer ' + 'a.'.repeat(3000)],
    ['authorization', 'Basic YTpi'],
    ['x-forwarded-for', '1'.repeat(3000)],
    ['x-http-method-override', 'DELETE'],
    ['idempotency-key', 'a key with blanks'],
  ),
  fc.tuple(
    fc.constantFrom(
      'content-type',
      'content-encoding',
      'idempotency-key',
      'accept-language',
      'accept',
      'authorization',
    ),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '\u00ff')),
  ),
);

/** Bodies that are expensive or doubtful by their form alone. */
const monstrous: fc.Arbitrary<Uint8Array> = fc
  .oneof(
    fc.nat(30_000).map((count) => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(',')}}`),
    fc.nat(60_000).map((depth) => `{"iin":${'['.repeat(depth)}${']'.repeat(depth)}}`),
    fc.nat(60_000).map((depth) => '{"a":'.repeat(depth)),
    fc.nat(40_000).map((count) => `[${'0,'.repeat(count)}0]`),
    fc.nat(300_000).map((length) => `{"cms":"${'A'.repeat(length)}"}`),
    fc.nat(100_000).map((length) => `{"size":${'9'.repeat(length)}}`),
    fc.nat(50_000).map((length) => `"${'\\"'.repeat(length)}`),
    fc.constantFrom('{"iin":1,"iin":2}', '{"form":{"\\ud800":"\\udc00"}}', '\ufeff{}', 'null', '', '[]', '""', '1e999'),
  )
  .map((text) => Buffer.from(text));

/** A change of the bytes of a body. */
const byteEdit = fc.record({
  at: fc.nat(999),
  drop: fc.nat(12),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom('\\u0000', '\\ud800', '\ufffd', '"', '{', '[', ',', ':', '1e400', '-', '//')
      .map((text) => Buffer.from(text)),
  ),
});

function bodies(description: Description, { operation, cms }: Target): fc.Arbitrary<Uint8Array> {
  const sample = sampleBody(description, operation);
  const signed = (value: unknown) => replaceAt(sample, ['cms'], value);
  const hasCms = typeof sample === 'object' && sample !== null && 'cms' in sample;
  const value: fc.Arbitrary<unknown> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...placesIn(sample)), hostileValue)
        .map(([place, other]) => replaceAt(sample, place, other)),
    },
    fc.tuple(hostileText, hostileValue).map(([name, other]) => ({ ...(sample as object), [name]: other })),
    fc.constantFrom(...placesIn(sample)).map((place) => replaceAt(sample, place, undefined)),
    hostileValue,
    {
      weight: hasCms ? 6 : 0,
      arbitrary: edits.map((each) => signed(Buffer.from(mutate(cms, each)).toString('base64'))),
    },
  );
  const written = value.map((each) => Buffer.from(JSON.stringify(each) ?? ''));
  const edited = fc.array(byteEdit, { minLength: 1, maxLength: 3 }).map((each) => {
    let bytes = Buffer.from(JSON.stringify(sample));
    for (const { at, drop, put } of each) {
      const start = Math.floor((at / 1000) * bytes.length);
      bytes = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + drop)]);
    }
    return bytes;
  });
  return fc.oneof(
    { weight: 12, arbitrary: written },
    { weight: 8, arbitrary: edited },
    { weight: 1, arbitrary: monstrous },
  );
}

/** Usually only one part is hostile at a time; otherwise all requests would fail at the first. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const seldomSome = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary: fc.array(value, { maxLength: 3 }) });

/** Requests to one operation, each with one hostile part among correct ones. */
export function attacks(description: Description, target: Target): fc.Arbitrary<Shot> {
  const { method, pattern, operation, tokens, real } = target;
  const named = (where: 'path' | 'query') =>
    (operation.parameters ?? []).filter((parameter) => parameter.in === where).map(({ name }) => name);
  const parts = fc.tuple(...named('path').map(() => rarely(addressPart)));
  const query = seldomSome(
    fc.tuple(
      fc.oneof(fc.constantFrom('from', 'limit', 'words', ...named('query')), addressPart),
      fc.oneof(addressPart, cursor),
    ),
  );
  const more: fc.Arbitrary<Pairs> = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(header, { minLength: 1, maxLength: 2 }),
  );
  const body = operation.requestBody ? bodies(description, target) : fc.constant(undefined);
  return fc
    .record({ parts, query, more, body, token: fc.constantFrom(...tokens) })
    .map(({ parts: hostile, query: asked, more: extra, body: content, token }) => {
      const places = named('path');
      const path = pattern.replace(
        /\{(\w+)\}/g,
        (_, name: string) => hostile[places.indexOf(name)] ?? real[name] ?? 'x',
      );
      const search = asked.map(([name, each]) => `${name}=${each}`).join('&');
      const known = [...(content ? [json] : []), ...(token ? [['authorization', `Bearer ${token}`] as const] : [])];
      // A hostile header replaces the correct one.
      const right = known.filter(([name]) => !extra.some(([other]) => other === name));
      return {
        ...{ method, target: search === '' ? path : `${path}?${search}`, headers: [...right, ...extra] },
        ...(content && { body: content }),
      };
    });
}
