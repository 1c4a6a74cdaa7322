import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidExecutionInput,
  InvalidName,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyService } from '../../../../lib/local/aws/keys.ts';
import { mailService } from '../../../../lib/local/aws/mail.ts';
import type { Mood } from '../../../../lib/local/stand-ins/spoil.ts';
import { stateService } from '../../../../lib/local/aws/states.ts';
import { openEngine, type Engine } from '../../../../lib/local/asl/engine.ts';
import { newFolder, serve } from '../serve.ts';

const stateMachineArn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:m';
const definition = {
  StartAt: 'W',
  States: {
    W: { Type: 'Wait', Seconds: '{% $states.input.wait %}', Next: 'S' },
    S: { Type: 'Succeed', Output: 'қош' },
  },
} as const;

describe('AWS services over the wire', () => {
  const folder = newFolder();
  let engine: Engine;
  let served: Awaited<ReturnType<typeof serve>>;
  let sfn: SFNClient;
  let mail: Mood = { mood: 'ok' };
  beforeAll(async () => {
    engine = await openEngine({
      folder: join(folder, 'executions'),
      machines: [{ arn: stateMachineArn, roleArn: 'role', definition }],
      invoke: () => Promise.resolve(null),
      newId: () => 'id',
    });
    const key = { id: 'k', arn: 'arn:k', spec: 'ECC_NIST_P256' };
    served = await serve({
      json: { AWSStepFunctions: stateService(engine, () => 'made'), TrentService: await keyService(folder, [key]) },
      ses: await mailService(
        join(folder, 'inbox'),
        () => Date.parse('2026-01-05T04:00:00Z'),
        () => mail,
      ),
    });
    sfn = new SFNClient(served.client);
  });
  afterAll(async () => {
    await engine.close();
    await served.close();
  });
  const start = (name: string, input: string) => sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));

  it('starts and describes an execution, and gives its history page by page', async () => {
    const { executionArn = '' } = await start('a', '{"wait":0}');
    let described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    while (described.status === 'RUNNING') described = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', name: 'a', output: '"қош"', stateMachineArn });
    expect(described.stopDate).toBeInstanceOf(Date);
    const pages = paginateGetExecutionHistory({ client: sfn, pageSize: 2 }, { executionArn });
    const types: unknown[] = [];
    for await (const { events = [] } of pages) types.push(...events.map(({ type }) => type));
    expect(types).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'WaitStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    const reversed = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 1 }),
    );
    expect(reversed.events?.[0]?.type).toBe('ExecutionSucceeded');
  });

  it('lists executions by status, newest first, in pages', async () => {
    for (const name of ['l1', 'l2', 'l3']) await start(name, '{"wait":1000}');
    const list = { stateMachineArn, statusFilter: 'RUNNING', maxResults: 2 } as const;
    const first = await sfn.send(new ListExecutionsCommand(list));
    expect(first.executions?.map(({ name }) => name)).toEqual(['l3', 'l2']);
    const second = await sfn.send(new ListExecutionsCommand({ ...list, nextToken: first.nextToken }));
    expect(second.executions?.map(({ name }) => name)).toEqual(['l1']);
    expect(second.nextToken).toBeUndefined();
  });

  it('refuses with the exceptions of Step Functions', async () => {
    const { executionArn } = await start('b', '{"wait":1000}');
    await start('b', '{"wait":1000}');
    await expect(start('b', '{"wait":1001}')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    await expect(start('b c', '{}')).rejects.toBeInstanceOf(InvalidName);
    await expect(start('c', '{')).rejects.toBeInstanceOf(InvalidExecutionInput);
    const elsewhere = new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}x`, name: 'x' });
    await expect(sfn.send(elsewhere)).rejects.toBeInstanceOf(StateMachineDoesNotExist);
    const unknown = new DescribeExecutionCommand({ executionArn: `${executionArn}x` });
    await expect(sfn.send(unknown)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
    const success = new SendTaskSuccessCommand({ taskToken: 'gone', output: '{}' });
    await expect(sfn.send(success)).rejects.toBeInstanceOf(TaskTimedOut);
    await expect(sfn.send(new SendTaskFailureCommand({ taskToken: 'gone' }))).rejects.toBeInstanceOf(TaskTimedOut);
    await sfn.send(new StopExecutionCommand({ executionArn, error: 'E', cause: 'C' }));
    expect(await sfn.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'E',
    });
  });

  it('refuses everybody who signs with another key', async () => {
    const credentials = { ...served.client.credentials, secretAccessKey: 'another' };
    const stranger = new SFNClient({ ...served.client, credentials });
    await expect(stranger.send(new ListExecutionsCommand({ stateMachineArn }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    expect(
      (
        await fetch(served.client.endpoint, {
          method: 'POST',
          headers: { 'x-amz-target': 'AWSStepFunctions.ListStateMachines' },
        })
      ).status,
    ).toBe(403);
  });

  it("signs only with the template's keys", async () => {
    const sign = { KeyId: 'other', Message: new Uint8Array(3), SigningAlgorithm: 'ECDSA_SHA_256' } as const;
    await expect(new KMSClient(served.client).send(new SignCommand(sign))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it('delivers mail with a Kazakh subject that mail programs can read', async () => {
    const Data = 'Қызмет көрсету нәтижесі дайын: жұмыссыз ретінде тіркелгені туралы анықтама';
    await new SESv2Client(served.client).send(
      new SendEmailCommand({
        FromEmailAddress: 'from@example.org',
        EmailTags: [{ Name: 'notice', Value: 'bm90aWNl' }],
        Destination: { ToAddresses: ['to@example.org'] },
        Content: { Simple: { Subject: { Data }, Body: { Text: { Data: 'мәтін\n' } } } },
      }),
    );
    const [name = ''] = readdirSync(join(folder, 'inbox'));
    expect(name).toMatch(/^2026-01-05T04-00-00.000Z-[0-9a-f]{8}\.eml$/);
    const letter = readFileSync(join(folder, 'inbox', name), 'utf8');
    const [head = '', body = ''] = letter.split('\r\n\r\n');
    expect(head).toContain('\r\nX-SES-MESSAGE-TAGS: notice=bm90aWNl\r\n');
    const subject = /^Subject: ((?:.*\r\n )*.*)/m.exec(head)?.[1] ?? '';
    const words = subject.split('\r\n ').map((word) => /^=\?UTF-8\?B\?(.+)\?=$/.exec(word)?.[1] ?? '');
    expect(words.map((word) => Buffer.from(word, 'base64').toString()).join('')).toBe(Data);
    expect(subject.split('\r\n ').every((word) => word.length <= 75)).toBe(true);
    expect(Buffer.from(body, 'base64').toString()).toBe('мәтін\n');
  });

  it('takes no mail while the mail is down', async () => {
    mail = { mood: 'down' };
    const send = new SendEmailCommand({
      FromEmailAddress: 'from@example.org',
      Destination: { ToAddresses: ['to@example.org'] },
      Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } },
    });
    const before = readdirSync(join(folder, 'inbox'));
    await expect(new SESv2Client({ ...served.client, maxAttempts: 1 }).send(send)).rejects.toMatchObject({
      name: 'ServiceUnavailableException',
    });
    expect(readdirSync(join(folder, 'inbox'))).toEqual(before);
  });
});
