import { jsonOf, type Arrived } from '../aws/request.ts';
import { invokedBy } from '../lambda/serve-invoke.ts';
import { place } from '../template/attributes.ts';
import type { Estate } from '../template/estate.ts';
import type { Asked } from './rights.ts';

const arn = (service: string, rest: string) =>
  `arn:aws:${service}:${place['AWS::Region']}:${place['AWS::AccountId']}:${rest}`;

type Input = Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export interface Grounds {
  readonly estate: Pick<Estate, 'tables' | 'buckets'>;
  /** The machine that waits for a task's token; absent if none waits any more. */
  readonly machineOf: (token: string) => string | undefined;
}

/**
 * The rights that a call needs (AWS service authorization reference). Tables and buckets are encrypted: a caller that
 * reads or writes them also uses their key through the service.
 */
export function askedOf(request: Arrived, { estate, machineOf }: Grounds): readonly Asked[] {
  const [service = '', operation = ''] = (request.headers['x-amz-target'] ?? '').split('.');
  const input = () => jsonOf(request.body) as Input;
  if (service === 'DynamoDB_20120810') return askedOfTable(operation, input(), estate);
  if (service === 'AWSStepFunctions') return [askedOfMachine(operation, input(), machineOf)];
  if (service === 'TrentService') return [optional(`kms:${operation}`, text(input()['KeyId']))];
  if (request.path.startsWith('/v2/email/')) return [askedOfMail(input())];
  const invoked = invokedBy(request);
  if (invoked !== undefined)
    return [{ action: 'lambda:InvokeFunction', resource: arn('lambda', `function:${invoked}`) }];
  return askedOfBucket(request, estate);
}

const optional = (action: string, resource: string | undefined): Asked => ({
  action,
  ...(resource !== undefined && { resource }),
});

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

/** A transaction needs the right of each part; `TransactWriteItems` is no action of its own. */
const partActions: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

function askedOfTable(operation: string, input: Input, estate: Grounds['estate']): Asked[] {
  const parts = input['TransactItems'] as readonly Readonly<Record<string, Input>>[] | undefined;
  if (parts)
    return parts.flatMap((part) =>
      Object.entries(part).flatMap(([kind, asked]) => askedOfTable(partActions[kind] ?? kind, asked, estate)),
    );
  const names = text(input['TableName']) ?? Object.keys(input['RequestItems'] ?? {});
  const index = text(input['IndexName']);
  return [names].flat().flatMap((name) => {
    const resource = arn('dynamodb', `table/${name}${index === undefined ? '' : `/index/${index}`}`);
    const key = estate.tables.find((table) => table.name === name)?.keyArn;
    const uses = WRITES.has(operation) ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'];
    return [{ action: `dynamodb:${operation}`, resource }, ...through('dynamodb', key, uses)];
  });
}

function askedOfMachine(operation: string, input: Input, machineOf: Grounds['machineOf']): Asked {
  const token = text(input['taskToken']);
  const resource =
    token === undefined ? (text(input['stateMachineArn']) ?? text(input['executionArn'])) : machineOf(token);
  return optional(`states:${operation}`, resource);
}

function askedOfMail(input: Input): Asked {
  const from = text(input['FromEmailAddress']) ?? '';
  return { action: 'ses:SendEmail', resource: arn('ses', `identity/${from}`), facts: { 'ses:FromAddress': from } };
}

const objectActions: Readonly<Record<string, readonly [action: string, key: string]>> = {
  GET: ['s3:GetObject', 'kms:Decrypt'],
  HEAD: ['s3:GetObject', 'kms:Decrypt'],
  PUT: ['s3:PutObject', 'kms:GenerateDataKey'],
};

function askedOfBucket({ method, path }: Arrived, { buckets }: Grounds['estate']): Asked[] {
  const [, name = '', rawKey = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (rawKey === '') return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${name}` }];
  const resource = `arn:aws:s3:::${name}/${decodeURIComponent(rawKey)}`;
  const [action, use] = objectActions[method] ?? [`s3:${method === 'DELETE' ? 'DeleteObject' : method}`];
  const key = buckets.find((bucket) => bucket.name === name)?.keyArn;
  return [{ action, resource }, ...(use === undefined ? [] : through('s3', key, [use]))];
}

const through = (service: string, resource: string | undefined, actions: readonly string[]): Asked[] =>
  resource === undefined
    ? []
    : actions.map((action) => ({
        action,
        resource,
        facts: { 'kms:ViaService': `${service}.${place['AWS::Region']}.amazonaws.com` },
      }));
