import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Bytes of a key row of the index `byQueue` and of a row with a line, as measured; and what DynamoDB counts as one unit of a read and of a write. */
const [ROW, LINE] = [184, 800];
const [READ, WRITE] = [4096, 1024];

export interface Units {
  calls: number;
  read: number;
  write: number;
}

type Input = Readonly<Record<string, unknown>>;
const bytes = (value: unknown) => JSON.stringify(value).length;
/** A read that may lag behind costs half. */
const readUnits = (size: number, consistent: boolean) => Math.max(1, Math.ceil(size / READ)) * (consistent ? 1 : 0.5);

const costs: Readonly<Record<string, (input: Input, answer: Input) => Partial<Units>>> = {
  QueryCommand: (input, answer) => {
    const isIndex = input['IndexName'] !== undefined;
    const row = String(input['IndexName']).endsWith('Lines') ? LINE : ROW;
    const size = isIndex ? Number(answer['ScannedCount']) * row : bytes(answer['Items']);
    return { read: readUnits(size, input['ConsistentRead'] === true) };
  },
  GetCommand: (input, answer) => ({ read: readUnits(bytes(answer['Item'] ?? ''), input['ConsistentRead'] === true) }),
  BatchGetCommand: (_, answer) => {
    const items = Object.values((answer['Responses'] ?? {}) as Record<string, unknown[]>).flat();
    return { read: items.reduce<number>((sum, item) => sum + readUnits(bytes(item), false), 0) };
  },
  // A transaction costs twice its parts; beside the item its row of the queue's index is written.
  TransactWriteCommand: (input) => {
    const parts = input['TransactItems'] as readonly object[];
    return { write: parts.reduce((sum, part) => sum + 2 * Math.ceil(bytes(part) / WRITE), 0) + 1 };
  },
};

/** The client, and the units that its calls cost on AWS, computed from what they ask and answer. */
export function countUnits(client: DynamoDBDocumentClient) {
  let units: Units = { calls: 0, read: 0, write: 0 };
  const send = async (command: { readonly input: Input }) => {
    const answer = (await client.send(command as never)) as unknown as Input;
    const { read = 0, write = 0 } = costs[command.constructor.name]?.(command.input, answer) ?? {};
    units = { calls: units.calls + 1, read: units.read + read, write: units.write + write };
    return answer;
  };
  return {
    client: Object.assign(Object.create(client) as DynamoDBDocumentClient, { send }),
    take: (): Units => {
      const taken = units;
      units = { calls: 0, read: 0, write: 0 };
      return taken;
    },
  };
}
