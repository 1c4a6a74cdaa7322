import { expect, it } from '@jest/globals';
import { makeProxyEvent } from '../../../../lib/local/gateway/make-event.ts';

const home = {
  ...{ accountId: '1', region: 'r', apiId: 'a', stage: 'live', port: 3000, binaryMediaTypes: [] },
};
const visit = {
  ...{ requestId: 'q', at: 0, method: 'GET', path: '/', sourceIp: '127.0.0.1', body: Buffer.from([0x61, 0xff]) },
  query: new URLSearchParams('constructor=1&__proto__=2&constructor=3&bad=%ff'),
  headers: [['toString', 'x']] as const,
};
const route = { method: 'GET', path: '/', functionArn: 'f', roleArn: 'r', timeout: 1000 };
const event = makeProxyEvent(home, visit, { route, parameters: {} }, undefined);

it('collects values under any name', () => {
  const { multiValueQueryStringParameters: query, multiValueHeaders: headers } = event;
  expect(Object.entries(query ?? {})).toEqual([
    ['constructor', ['1', '3']],
    ['__proto__', ['2']],
    ['bad', ['\ufffd']],
  ]);
  expect(headers).toMatchObject({ toString: ['x'] });
});

it('passes bytes that are not UTF-8 on as U+FFFD, as API Gateway does', () => {
  expect([event.body, event.isBase64Encoded]).toEqual(['a\ufffd', false]);
});
