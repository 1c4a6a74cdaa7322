import { expect, it } from '@jest/globals';
import { isAtHome } from '../../../../lib/local/gateway/at-home.ts';

const from = (remoteAddress: string, host: string, site?: string) =>
  isAtHome({ socket: { remoteAddress }, headers: { host, ...(site !== undefined && { 'sec-fetch-site': site }) } });

it.each([
  ['127.0.0.1', 'localhost:3000', 'same-origin'],
  ['::ffff:127.0.0.1', '127.0.0.1:3000', undefined],
  ['::1', '[::1]:3000', 'none'],
  ['127.0.0.1', 'demo.localhost:3000', 'same-origin'],
] as const)('%s that asks %s from %s is on this machine', (address, host, site) => {
  expect(from(address, host, site)).toBe(true);
});

it.each([
  ['another machine', '192.168.1.7', 'localhost:3000', 'same-origin'],
  ['a name that only points here', '127.0.0.1', 'rebound.example:3000', 'same-origin'],
  ['a name that only begins so', '127.0.0.1', 'localhost.example', 'same-origin'],
  ['no name', '127.0.0.1', '', undefined],
  ['a page of another origin', '127.0.0.1', 'localhost:3000', 'cross-site'],
  ['a page of another port', '127.0.0.1', 'localhost:3000', 'same-site'],
] as const)('%s is not', (_, address, host, site) => {
  expect(from(address, host, site)).toBe(false);
});
