import { expect, it } from '@jest/globals';
import { countAddresses, MOST_ADDRESSES } from '../../../../lib/local/gateway/address-counts.ts';

const answer = { status: 429 };
const start = Date.parse('2026-11-23T04:00:00Z');

function counter(limit: number, pattern?: RegExp) {
  const clock = { now: start };
  return { clock, ask: countAddresses([{ limit, seconds: 60, answer, ...(pattern && { pattern }) }], () => clock.now) };
}

it('an address is refused above its limit, and let in again after a minute', () => {
  const { clock, ask } = counter(3);
  for (let n = 0; n < 3; n += 1) expect(ask('192.0.2.1', '/')).toBeUndefined();
  expect(ask('192.0.2.1', '/')).toBe(answer);
  clock.now += 59_000;
  expect(ask('192.0.2.1', '/')).toBe(answer);
  clock.now += 61_000;
  expect(ask('192.0.2.1', '/')).toBeUndefined();
});

it('the requests of one address are not counted for another', () => {
  const { ask } = counter(3);
  for (let n = 0; n < 50; n += 1) ask('192.0.2.1', '/');
  expect(ask('192.0.2.2', '/')).toBeUndefined();
});

it('a limit for some paths counts only those, however they are escaped', () => {
  const { ask } = counter(1, /^\/sessions$/);
  ask('192.0.2.1', '/sessions');
  expect(ask('192.0.2.1', '/services')).toBeUndefined();
  expect(ask('192.0.2.1', '/%73essions')).toBe(answer);
  expect(ask('192.0.2.1', '/%zz')).toBeUndefined();
});

it('memory is bounded for any number of addresses', () => {
  const { ask } = counter(1);
  ask('first', '/');
  for (let n = 0; n < MOST_ADDRESSES; n += 1) ask(`192.0.2.${n}`, '/');
  expect(ask('first', '/')).toBeUndefined();
  expect(ask(`192.0.2.${MOST_ADDRESSES - 1}`, '/')).toBe(answer);
});
