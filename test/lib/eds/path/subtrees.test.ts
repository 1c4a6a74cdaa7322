import { expect, it } from '@jest/globals';
import { withinAddress, withinDns, withinMailbox } from '../../../../lib/eds/path/subtrees.ts';

it.each([
  ['a.example.kz', '.example.kz', true],
  ['example.kz', '.example.kz', false],
  ['.example.kz', 'example.kz', undefined],
  ['a.example.kz', '', true],
  ['a_b.example.kz', 'example.kz', true],
  ['a..example.kz', 'example.kz', undefined],
  ['a b.example.kz', 'example.kz', undefined],
  ['', 'example.kz', undefined],
  ['a.example.kz', '*.example.kz', undefined],
  ['a.example.kz', 'exa mple.kz', undefined],
  // All hosts of a wildcard are inside, some are, or none.
  ['*.example.kz', 'example.kz', true],
  ['*.example.kz', '.example.kz', true],
  ['*.example.kz', 'kz', true],
  ['*.example.kz', '', true],
  ['*.Example.KZ.', 'a.example.kz', undefined],
  ['*.example.kz', '.a.example.kz', undefined],
  ['*.example.kz', 'b.a.example.kz', false],
  ['*.kz', 'example.kz', undefined],
  ['*.example.kz', 'badexample.kz', false],
  ['*.example.kz', 'example.org', false],
  ['*', 'example.kz', undefined],
  ['a*.example.kz', 'example.kz', undefined],
  ['*.*.example.kz', 'example.kz', undefined],
  ['a.*.kz', 'kz', undefined],
])('host %s within "%s": %s', (name, base, expected) => {
  expect(withinDns(name, base)).toBe(expected);
});

it.each([
  ['a@example.kz', 'a@example.kz', true],
  ['b@example.kz', 'a@example.kz', false],
  ['b@example.kz', '@example.kz', undefined],
  ['a@b@example.kz', 'example.kz', undefined],
  ['a@example.kz', 'a@b@example.kz', undefined],
  ['a b@example.kz', 'example.kz', undefined],
  [' a@example.kz', 'example.kz', undefined],
  ['a@example.kz ', 'example.kz', undefined],
  ['"a"@example.kz', 'example.kz', undefined],
  ['"a@b"@example.kz', 'example.kz', undefined],
  ['.a@example.kz', 'example.kz', undefined],
  ['a..b@example.kz', 'example.kz', undefined],
  ['a.@example.kz', 'example.kz', undefined],
  ['a@.example.kz', 'example.kz', undefined],
  ['a@example..kz', '', undefined],
  ['a@[10.1.2.3]', 'example.kz', undefined],
  ['Demo <a@example.kz>', 'example.kz', undefined],
  ['a.b+c@mail.example.kz', '.example.kz', true],
  ['a@example.kz', 'example kz', undefined],
  ['a@example.kz', '', true],
  ['@example.kz', 'example.kz', undefined],
  ['a@', '', undefined],
  ['a@b', 'b', true],
])('mailbox %s within "%s": %s', (name, base, expected) => {
  expect(withinMailbox(name, base)).toBe(expected);
});

it('compares addresses of both families under their masks, and never one family with the other', () => {
  const network = [10, 1, 0, 0, 255, 255, 0, 0];
  expect(withinAddress(Uint8Array.of(10, 1, 7, 7), Uint8Array.from(network))).toBe(true);
  expect(withinAddress(Uint8Array.of(10, 2, 7, 7), Uint8Array.from(network))).toBe(false);
  // Bits of the base outside its mask do not count.
  expect(withinAddress(Uint8Array.of(10, 1, 7, 7), Uint8Array.of(10, 1, 9, 9, 255, 255, 0, 0))).toBe(true);
  const [prefix, mask] = [
    [0x20, 0x01, 0x0d, 0xb8, ...Array<number>(12).fill(0)],
    [255, 255, 255, 255, ...Array<number>(12).fill(0)],
  ] as const;
  const six = Uint8Array.from([...prefix, ...mask]);
  expect(withinAddress(Uint8Array.from([...prefix.slice(0, 15), 9]), six)).toBe(true);
  expect(withinAddress(Uint8Array.from([0x20, 0x02, ...prefix.slice(2)]), six)).toBe(false);
  expect(withinAddress(Uint8Array.of(0x20, 1, 0x0d, 0xb8), six)).toBe(false);
  expect(withinAddress(Uint8Array.from(prefix), Uint8Array.from(network))).toBe(false);
  expect(withinAddress(Uint8Array.of(1, 2, 3), Uint8Array.from(network))).toBeUndefined();
});
