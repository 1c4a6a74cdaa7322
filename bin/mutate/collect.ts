import { expect } from 'expect';
import { bind } from 'jest-each';

export { expect };

type Body = () => unknown;
export interface Test {
  readonly name: string;
  readonly body: Body;
}

/** What a file of tests declares while it is loaded: the same calls as jest's, gathered to be run again and again. */
export const collected: { readonly tests: Test[]; readonly before: Body[]; readonly after: Body[] } = {
  tests: [],
  before: [],
  after: [],
};
const path: string[] = [];

function declare(name: string, body: Body): void {
  collected.tests.push({ name: [...path, name].join(' › '), body });
}
function group(name: string, body: Body): void {
  path.push(name);
  body();
  path.pop();
}
const skip = (): void => {};

export const it = Object.assign(declare, { each: bind(declare, false), skip });
export const test = it;
export const describe = Object.assign(group, { each: bind(group, false), skip });
export const beforeAll = (body: Body): void => void collected.before.push(body);
export const afterAll = (body: Body): void => void collected.after.push(body);
