import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { concurrency, quota, UNRESERVED } from '../../../lib/stack/concurrency.ts';
import { functions } from '../../../lib/stack/functions.ts';

it('names only existing functions', () => {
  const verbs = Object.values(functions).flatMap((area) => Object.keys(area));
  expect(Object.keys(concurrency).filter((verb) => !verbs.includes(verb))).toEqual([]);
});

it('limits functions that check signatures, and expensive ones that anybody may call without a session', () => {
  const dear = Object.values(functions)
    .flatMap((area) => Object.entries<{ needs: readonly string[]; memory: number }>(area))
    .filter(([, { needs, memory }]) => needs.includes('eds-profile') || memory >= 1024)
    .map(([verb]) => verb);
  // Only for administrators, of whom there are few.
  expect(dear.filter((verb) => !(verb in concurrency))).toEqual(['create-account']);
});

it('needs the quota in the deployment checklist', () => {
  const checklist = readFileSync(join(import.meta.dirname, '../../../docs/deploy.md'), 'utf8');
  expect(checklist).toContain(`${quota} or more`);
  expect(checklist).toContain(`reserves ${quota - UNRESERVED}`);
});
