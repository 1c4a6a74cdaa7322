import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approval, refusal, tellStory } from '../../lib/local/story/story.ts';
import { RunningPlatform } from './running-platform.ts';

// The local platform checks every call of a function against the policies of its role in the template.
const platform = new RunningPlatform();
beforeAll(() => platform.start(0, '--verbose'));
afterAll(() => platform.remove());

const play = (name: string, more: Partial<Parameters<typeof tellStory>[0]>) =>
  tellStory({
    url: platform.url,
    demoDir: platform.demoDir,
    name: `${name}-rights`,
    key: 'rsa',
    decision: approval,
    tell: () => undefined,
    ...more,
  });

const said = (code: string) =>
  [...platform.said.matchAll(new RegExp(`${code}, function e-akimat-local-(\\S+), action (\\S+)`, 'g'))].map(
    ([, verb = '', action = '']) => `${verb} ${action}`,
  );

describe('the story of an application, approved, refused and signed with GOST keys', () => {
  it('makes only AWS calls that the role of its function allows', async () => {
    expect((await play('approved', {})).state).toBe('issued');
    expect((await play('refused', { decision: refusal })).state).toBe('refused');
    expect((await play('gost', { key: 'gost' })).state).toBe('issued');
    expect(said('access-denied')).toEqual([]);
    // And calls were checked: these are some of them.
    expect(said('aws-call')).toEqual(
      expect.arrayContaining([
        'sign-in kms:Sign',
        'create-request dynamodb:PutItem',
        'create-request kms:GenerateDataKey',
        'attach-file s3:PutObject',
        'submit-request states:StartExecution',
        'submit-request s3:PutObject',
        'open-work dynamodb:PutItem',
        'number-request dynamodb:UpdateItem',
        'decide-work states:SendTaskSuccess',
        'create-output s3:PutObject',
        'sign-output s3:GetObject',
      ]),
    );
  });
});
