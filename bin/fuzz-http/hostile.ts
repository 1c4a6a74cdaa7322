import fc from 'fast-check';

const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);

/** Texts that have caused faults in other servers. */
const texts = [
  '',
  ' ',
  '\u0000',
  '\n\r',
  '\ud800',
  '\u202eсправа',
  '💥'.repeat(500),
  'я'.repeat(70_000),
  '../../etc/passwd',
  '%00',
  '%',
  '__proto__',
  'constructor',
  'toString',
  "' OR 1=1 --",
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '2026-02-30T25:61:61Z',
  '0',
  '-1',
  '1e309',
  '{"$ne":null}',
  '////',
  'MAA=',
  '01JD5T1V7Z8Q4K2N6M3P9R0S5T',
  '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 64 }),
);

/** They replace any value of a body. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [null], { length: -1 }, deep(500)),
  fc.constant(JSON.parse('{"__proto__":{"role":"administrator"},"constructor":{"prototype":{}}}') as unknown),
  fc.jsonValue(),
);
