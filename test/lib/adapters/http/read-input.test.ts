import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { endpoint, type Contract } from '../../../../lib/adapters/http/contract.ts';
import { pageQuery } from '../../../../lib/adapters/http/paging.ts';
import { readInput } from '../../../../lib/adapters/http/read-input.ts';
import { serveRefusal } from './serve-refusal.ts';
import { bodyOf, eventOf } from './event.ts';

const contract: Contract = endpoint({
  route: 'POST /accounts',
  tag: 'Identity',
  summary: 'For the test',
  params: z.object({ number: z.string().max(64).optional() }),
  query: z.strictObject({ ...pageQuery('requests'), words: z.string().max(100).optional() }),
  headers: z.object({ 'idempotency-key': z.string().max(20).optional() }),
  body: z.strictObject({
    name: z.string().max(20),
    password: z.string().min(3),
    form: z.record(z.string(), z.string()),
  }),
  success: 200,
  refusals: [],
});
const noBody: Contract = { ...contract, body: undefined } as unknown as Contract;
const right = { name: 'Айгүл', password: 'құпия', form: { a: '1' } };

/** Code and `field rule` of each error in the answer. */
function refused(event: Parameters<typeof readInput>[1], of = contract) {
  const { code, errors = [], moreErrors } = serveRefusal(readInput(of, event));
  const said = errors.map(({ field, rule }) => `${field} ${rule}`);
  return [code, ...said, ...(moreErrors === undefined ? [] : [`and ${moreErrors} more`])];
}

it('accepts correct input', () => {
  expect(readInput(contract, bodyOf(JSON.stringify(right)))).toMatchObject({ body: right, query: { limit: 20 } });
});

describe('limits', () => {
  it('the answer to any number of unknown names by twenty errors', () => {
    for (const count of [21, 4000, 9000]) {
      const body = { ...right, ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 0])) };
      const problem = serveRefusal(readInput(contract, bodyOf(JSON.stringify(body))));
      expect([problem.errors?.length, problem.moreErrors]).toEqual([20, count - 20]);
      expect(JSON.stringify(problem).length).toBeLessThan(8000);
    }
  });

  it.each([
    ['a level too many', `{"name":${'['.repeat(32)}${']'.repeat(32)}}`, 'body/too-deep'],
    ['a million levels that nobody closes', '['.repeat(1_000_000), 'body/too-deep'],
    ['objects in objects', '{"a":'.repeat(40), 'body/too-deep'],
    ['a value too many', `[${'0,'.repeat(9_999)}0]`, 'body/too-many-values'],
    ['half a million values', `[${'0,'.repeat(500_000)}0]`, 'body/too-many-values'],
    ['a name that stands twice', '{"name":"a","name":"b"}', 'body/repeated-name'],
    ['a name that stands twice in other letters', '{"name":"a","n\\u0061me":"b"}', 'body/repeated-name'],
    ['a quote that nothing closes', `"${'\\"'.repeat(300_000)}`, 'body/malformed'],
    ['more bytes than there may be', JSON.stringify({ name: 'я'.repeat(600_000) }), 'body/too-large'],
  ])('%s', (_, body, code) => {
    expect(refused(bodyOf(body))[0]).toBe(code);
  });

  it.each([
    ['32 levels', `{"name":${'['.repeat(31)}${']'.repeat(31)}}`],
    ['10,000 values', `[${'0,'.repeat(9_998)}0]`],
    [
      'one name in several objects, and marks within texts',
      '{"a":{"b":1},"c":{"b":"{[,:\\"b\\":"},"d":[{"b":1},{"b":1}]}',
    ],
    ['a name that only begins with a mark that is left out', '{"a":1,"a ":2}'],
  ])('no body of %s: what is wrong with it the contract says', (_, body) => {
    expect(refused(bodyOf(body))[0]).toBe('input/invalid');
  });

  it('how much of the input is repeated, and never writes out large values', () => {
    const { errors } = serveRefusal(
      readInput(
        contract,
        bodyOf(JSON.stringify({ name: 'я'.repeat(1000), password: [1, 2, 3], form: { a: {}, b: [] } })),
      ),
    );
    expect(errors).toMatchObject([
      { field: '/name', given: `${'я'.repeat(63)}…` },
      { field: '/password' },
      { field: '/form/a', given: 'an object' },
      { field: '/form/b', given: 'an array' },
    ]);
    expect(errors?.[1]).not.toHaveProperty('given');
  });
});

describe('refuses by name what is not text', () => {
  it.each([
    [
      'U+FFFD, as gateways put it for bytes that are not UTF-8',
      JSON.stringify({ ...right, name: 'a\ufffd' }),
      '/name utf-8',
    ],
    ['the same as an escape', '{"name":"\\ufffd"}', '/name utf-8'],
    ['half of a surrogate pair', '{"form":{"a":"\\ud800"}}', '/form/a surrogate'],
    ['halves in the wrong order', '{"form":{"a":"\\udc00\\ud800"}}', '/form/a surrogate'],
    ['NUL', '{"password":"a\\u0000"}', '/password control-character'],
    ['DEL and C1', '{"name":"\u007f","password":"\u009f"}', '/name control-character'],
    ['the name of a field', '{"form":{"a/\\ud800":""}}', '/form/a~1\ufffd surrogate'],
  ])('%s', (_, body, error) => {
    expect(refused(bodyOf(body)).slice(0, 2)).toEqual(['input/characters', error]);
  });

  it('bytes that are not UTF-8, in a text and elsewhere', () => {
    const cp1251 = Buffer.concat([Buffer.from('{"password":"'), Buffer.from([0xca, 0xe0, 0xf0]), Buffer.from('"}')]);
    expect(refused(bodyOf(cp1251))).toEqual(['input/characters', '/password utf-8']);
    expect(refused(bodyOf(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(['body/not-utf8']);
    expect(refused(bodyOf(Buffer.from('\ufeff{"name":"a"}', 'utf16le')))).toEqual(['body/not-utf8']);
  });

  it('but accepts tab, line breaks, pairs, and a byte order mark', () => {
    const body = { ...right, form: { a: 'a\tb\r\nc 💚' } };
    expect(readInput(contract, bodyOf(`\ufeff${JSON.stringify(body)}`))).toMatchObject({ body });
  });

  it('in path, query and header', () => {
    expect(
      refused(
        eventOf({
          pathParameters: { number: 'a%00' },
          queryStringParameters: { words: '\ufffd' },
          headers: { 'Idempotency-Key': '\u0001' },
        }),
        noBody,
      ),
    ).toEqual([
      'input/characters',
      '/path/number control-character',
      '/query/words utf-8',
      '/header/idempotency-key control-character',
    ]);
  });
});

describe('refuses by name other charsets and encodings', () => {
  const json = JSON.stringify(right);
  it.each([
    [{ 'Content-Type': 'application/json; charset=utf-16' }, ['body/charset', '/header/content-type charset']],
    [
      { 'Content-Type': 'application/json;x=1; Charset="windows-1251"' },
      ['body/charset', '/header/content-type charset'],
    ],
    [
      { 'Content-Type': 'application/json; charset=utf-8; charset=cp1251' },
      ['body/charset', '/header/content-type charset'],
    ],
    [{ 'Content-Encoding': 'gzip' }, ['body/encoding', '/header/content-encoding encoding']],
    [{ 'Content-Encoding': 'identity, br' }, ['body/encoding', '/header/content-encoding encoding']],
    [{ 'Content-Type': 'text/json' }, ['body/type']],
  ])('%j', (headers, said) => {
    expect(refused(bodyOf(json, headers as unknown as Record<string, string>))).toEqual(said);
  });

  it('but accepts UTF-8 in any letter case', () => {
    for (const type of ['application/json', 'application/json; charset=UTF-8', 'application/x+json;charset="utf8"'])
      expect(readInput(contract, bodyOf(json, { 'Content-Type': type }))).toHaveProperty('body');
  });
});

describe('refuses ambiguous addresses and headers', () => {
  it.each(['%', '%f', '%ff', '%C0%80', '%ED%A0%80'])('the path %s', (number) => {
    expect(refused(eventOf({ pathParameters: { number } }), noBody)).toEqual([
      'route/malformed',
      '/path/number percent-encoding',
    ]);
  });

  it('a path is decoded once', () => {
    expect(readInput(noBody, eventOf({ pathParameters: { number: '%2541' } }))).toMatchObject({
      params: { number: '%41' },
    });
  });

  it('a parameter or a key that came twice', () => {
    expect(
      refused(
        eventOf({
          queryStringParameters: { words: 'b' },
          multiValueQueryStringParameters: { words: ['a', 'b'] },
        }),
        noBody,
      ),
    ).toEqual(['input/invalid', '/query/words repeated']);
    const twice = { 'Idempotency-Key': ['first-key-1', 'second-key'] };
    expect(
      refused(eventOf({ headers: { 'Idempotency-Key': 'second-key' }, multiValueHeaders: twice }), noBody),
    ).toEqual(['input/invalid', '/header/idempotency-key too_big']);
  });
});
