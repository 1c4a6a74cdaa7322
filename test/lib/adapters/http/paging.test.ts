import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import {
  encodeMoment,
  encodePlace,
  listQuery,
  momentQuery,
  pageQuery,
  takePage,
} from '../../../../lib/adapters/http/paging.ts';

const id = '01JD5T1V7Z8Q4K2N6M3P9R0S5T';
const place = [`2026-11-28T20:00:00.000Z#${id}`, id] as const;
const read = (from: unknown) => z.object(pageQuery('requests')).safeParse({ from });
const write = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');

it('continues where the page before ended', () => {
  expect(read(encodePlace('requests', place)).data?.from).toEqual(place);
  const { next } = takePage('offices', ['a', 'b', 'c'], { limit: 2 });
  const second = z.object(listQuery('offices')).parse({ from: next, limit: '2' });
  expect(takePage('offices', ['a', 'b', 'c'], second)).toEqual({ items: ['c'] });
});

it('continues by time from a moment of its own list', () => {
  const moment = ['2026-11-28T20:00:00.000Z', `${id}:03-number:request-received`] as const;
  const readMoment = (from: unknown) => z.object(momentQuery('notices')).safeParse({ from });
  expect(readMoment(encodeMoment('notices', moment)).data?.from).toEqual(moment);
  for (const from of [
    encodeMoment('requests', moment),
    encodePlace('notices', place),
    encodeMoment('notices', ['yesterday', moment[1]]),
    encodeMoment('notices', [moment[0], '\u0000']),
    encodeMoment('notices', [moment[0], 'a'.repeat(201)]),
  ])
    expect(readMoment(from).success).toBe(false);
});

describe('accepts no cursor', () => {
  it.each([
    ['of another list', encodePlace('notices', place)],
    ['of a list in its own order', takePage('services', [1, 2], { limit: 1 }).next],
    ['that is nothing', ''],
    ['that is no base64', '!'],
    ['that is no JSON', write('').slice(1)],
    ['of empty texts', write(['requests', '', ''])],
    ['of nothing but NUL', write(['requests', '\u0000', '\u0000'])],
    ['with half of a surrogate pair', write(['requests', '\ud800', 'x'])],
    ['whose id is not the one of its place', write(['requests', place[0], `${id.slice(1)}X`])],
    ['with a number for a text', write(['requests', 1, id])],
    ['with more than it needs', write(['requests', ...place, 1])],
    ['written otherwise', `${encodePlace('requests', place)}=`],
    ['without its list', write(place)],
    ['that is long', 'A'.repeat(100_000)],
  ])('%s', (_, from) => {
    expect(read(from).success).toBe(false);
  });

  it.each([0, -1, 1.5, 1e300, '5', null])('of the place %j', (offset) => {
    expect(z.object(listQuery('offices')).safeParse({ from: write(['offices', offset]) }).success).toBe(false);
  });
});
