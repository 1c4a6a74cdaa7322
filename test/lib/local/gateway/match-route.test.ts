import { describe, expect, it } from '@jest/globals';
import { routeMatcher } from '../../../../lib/local/gateway/match-route.ts';
import { AuthorizerAnswer, permits } from '../../../../lib/local/gateway/policy.ts';
import { tokenBucket } from '../../../../lib/local/gateway/throttle.ts';

const route = (method: string, path: string) => ({
  method,
  path,
  functionArn: `${method} ${path}`,
  roleArn: 'role',
  timeout: 1,
});
const match = routeMatcher([
  route('ANY', '/'),
  route('ANY', '/{proxy+}'),
  route('GET', '/a/{id}'),
  route('ANY', '/a/{id}'),
  route('GET', '/a/own'),
  route('GET', '/a/{id}/b'),
  route('GET', '/a/{id}/{rest+}'),
  route('GET', '/c/{id}'),
]);

describe('the way to a route', () => {
  it.each([
    ['GET', '/a/own', '/a/own', 'GET /a/own', {}],
    ['GET', '/a/1', '/a/{id}', 'GET /a/{id}', { id: '1' }],
    ['POST', '/a/1', '/a/{id}', 'ANY /a/{id}', { id: '1' }],
    ['GET', '/a/%D0%B0%2Fb', '/a/{id}', 'GET /a/{id}', { id: '%D0%B0%2Fb' }],
    ['GET', '/a/1/', '/a/{id}', 'GET /a/{id}', { id: '1' }],
    ['GET', '/a/own/b', '/a/{id}/b', 'GET /a/{id}/b', { id: 'own' }],
    ['GET', '/a/1/c/d', '/a/{id}/{rest+}', 'GET /a/{id}/{rest+}', { id: '1', rest: 'c/d' }],
    // The resource has no such method: the request goes on to the next match.
    ['POST', '/a/own', '/a/{id}', 'ANY /a/{id}', { id: 'own' }],
    ['POST', '/a/1/b', '/{proxy+}', 'ANY /{proxy+}', { proxy: 'a/1/b' }],
    ['DELETE', '/c/1', '/{proxy+}', 'ANY /{proxy+}', { proxy: 'c/1' }],
    ['GET', '/c', '/{proxy+}', 'ANY /{proxy+}', { proxy: 'c' }],
    ['GET', '/x/y', '/{proxy+}', 'ANY /{proxy+}', { proxy: 'x/y' }],
    ['GET', '/', '/', 'ANY /', {}],
  ])('%s %s leads to %s', (method, path, resource, functionArn, parameters) => {
    expect(match(method, path)).toMatchObject({ route: { path: resource, functionArn }, parameters });
  });

  it('does not exist if nothing matches the rest', () => {
    expect(routeMatcher([route('GET', '/a')])('POST', '/a')).toBeUndefined();
  });
});

describe('an authorizer’s policy', () => {
  const arn = 'arn:aws:execute-api:r:1:local/live/GET/a/1';
  const policy = (...Statement: object[]) =>
    AuthorizerAnswer.parse({ principalId: 'p', policyDocument: { Version: '2012-10-17', Statement } });
  const say = (Effect: string, Resource: string, Action: string = 'execute-api:Invoke') => ({
    Effect,
    Resource,
    Action,
  });

  it('denies without a statement, and with one Deny among Allows', () => {
    expect(permits(policy(), arn)).toBe(false);
    expect(permits(policy(say('Allow', arn)), arn)).toBe(true);
    expect(permits(policy(say('Allow', '*'), say('Deny', arn)), arn)).toBe(false);
    expect(permits(policy(say('Allow', arn, 's3:*')), arn)).toBe(false);
  });

  it('reads * and ? in resources, and a dot as a dot', () => {
    expect(permits(policy(say('Allow', 'arn:aws:execute-api:*/live/GET/*')), arn)).toBe(true);
    expect(permits(policy(say('Allow', 'arn:aws:execute-api:*/live/GET/a/?')), arn)).toBe(true);
    expect(permits(policy(say('Allow', 'arn:aws:execute-api:*/live/POST/*')), arn)).toBe(false);
    expect(permits(policy(say('Allow', 'arn.aws:execute-api:*')), arn)).toBe(false);
  });
});

it('a token bucket lets a burst through, then as many as its rate', () => {
  let now = 0;
  const take = tokenBucket({ rate: 2, burst: 3 }, () => now);
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false]);
  now = 1000;
  expect([take(), take(), take()]).toEqual([true, true, false]);
});
