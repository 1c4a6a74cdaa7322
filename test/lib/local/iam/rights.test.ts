import { describe, expect, it } from '@jest/globals';
import { allows } from '../../../../lib/local/iam/rights.ts';
import { Rights } from '../../../../lib/local/template/role-policy.ts';

const table = 'arn:aws:dynamodb:r:1:table/t';
const statement = (more: object = {}) => ({
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: table,
  ...more,
});
const rights = (...statements: object[]) => Rights.parse(statements);

describe('a role', () => {
  it('may do what one of its statements allows, and nothing else', () => {
    const of = rights(statement());
    expect(allows(of, { action: 'dynamodb:Query', resource: table })).toBe(true);
    expect(allows(of, { action: 'dynamodb:PutItem', resource: table })).toBe(false);
    expect(allows(of, { action: 'dynamodb:Query', resource: `${table}/index/i` })).toBe(false);
    expect(allows([], { action: 'dynamodb:Query', resource: table })).toBe(false);
  });

  it('may not combine an action of one statement with a resource of another', () => {
    const of = rights(statement(), statement({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }));
    expect(allows(of, { action: 's3:GetObject', resource: table })).toBe(false);
    expect(allows(of, { action: 's3:GetObject', resource: 'arn:aws:s3:::b/a/c' })).toBe(true);
    expect(allows(of, { action: 's3:GetObject', resource: 'arn:aws:s3:::bb/a' })).toBe(false);
  });

  it('reaches the names that a pattern matches, not similar ones', () => {
    const of = rights(
      statement({ Action: 'states:StartExecution', Resource: 'arn:aws:states:r:1:stateMachine:e-akimat-test-*' }),
    );
    const start = (name: string) =>
      allows(of, { action: 'states:StartExecution', resource: `arn:aws:states:r:1:stateMachine:${name}` });
    expect([start('e-akimat-test-a'), start('e-akimat-test2-a'), start('e-akimat-prod-a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('must meet its conditions', () => {
    const of = rights(
      statement({ Action: 'kms:Decrypt', Resource: 'k', Condition: { StringEquals: { 'kms:ViaService': 's3' } } }),
    );
    const decrypt = (facts?: Record<string, string>) =>
      allows(of, { action: 'kms:Decrypt', resource: 'k', ...(facts && { facts }) });
    expect([decrypt(), decrypt({ 'kms:ViaService': 'dynamodb' }), decrypt({ 'kms:ViaService': 's3' })]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is refused if its policy contains anything that is not understood', () => {
    for (const more of [{ Effect: 'Deny' }, { NotAction: 's3:*' }, { Condition: { StringLike: { a: 'b' } } }])
      expect(() => rights(statement(more))).toThrow();
  });
});
