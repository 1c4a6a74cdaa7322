// Replaces `@jest/globals` while mocha runs the tests. Each test file has its own instance of this module.
import { expect } from 'expect';
import { bind } from 'jest-each';
import mocha from 'mocha';

/**
 * jest's `beforeAll`, here run before each test: then mutants that it reaches count for the test, and nothing made
 * under one mutant is used under the next.
 */
const preparations = [];
const prepared = (body) => async () => {
  for (const prepare of preparations) await prepare();
  await body();
};

/**
 * mocha runs tests outside groups before all groups, while jest keeps the order of files, so each file is a group here.
 */
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
