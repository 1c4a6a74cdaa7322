// What the tests import as `@jest/globals` while mocha runs them. Each file of tests has its own instance of this module.
import { expect } from 'expect';
import { bind } from 'jest-each';
import mocha from 'mocha';

/**
 * jest's `beforeAll`, here before each test: what it reaches is then known to be the test's, and nothing that is made under
 * one mutant serves the next.
 */
const preparations = [];
const prepared = (body) => async () => {
  for (const prepare of preparations) await prepare();
  await body();
};

/** mocha runs what lies in no group before all groups, where jest keeps to the order of files: each file is a group here. */
const file = new URL(import.meta.url).searchParams.get('for')?.replace(/.*\/test\//u, '') ?? '';
let depth = 0;
const group = (title, body) =>
  mocha.describe(title, () => {
    depth += 1;
    body();
    depth -= 1;
  });
const declare = (title, body) => {
  if (depth > 0) mocha.it(title, prepared(body));
  else group(file, () => declare(title, body));
};
const skip = () => {};

export { expect };
export const beforeAll = (prepare) => void preparations.push(prepare);
export const it = Object.assign(declare, { each: bind(declare, false), skip });
export const describe = Object.assign(group, { each: bind(group, false), skip });
