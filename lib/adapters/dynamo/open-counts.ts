import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Request } from '../../domain/request/request.ts';
import { countSteps, type Tally } from '../../domain/request/work/open-counts.ts';
import type { Table } from './table.ts';
import { writeTogether } from './transact.ts';

/** Of a place: one item with the counts by service, task and channel, and one for each person who has claimed work. */
const placeKey = (place: string) => ({ pk: `OPEN#${place}`, sk: 'COUNTS' });
const isWorkers = (name: string) => name.startsWith('worker#');
/** Items that one transaction sets right: of a place with more people the rest is found wrong the next day. */
const MENDED = 90;

const checkPlace = { pk: 'OPEN-WORK', sk: 'CHECK' };
/** How many places the check of a day has been through. */
const Checked = z.object({ day: z.string(), next: z.int().nonnegative() });
type Checked = z.infer<typeof Checked>;

/** The counts of a place as they are kept; `changes` tells whether anybody has changed them since. */
export interface KeptCounts {
  readonly tally: Tally;
  readonly changes: number;
}

/**
 * How much open work each place has. The counts are changed after the request, outside its write: a transaction would
 * double the price of every change of work. A process that ends between the two leaves them wrong, until the daily check
 * counts the lines (docs/decisions/0032).
 */
export const openOpenCounts = ({ client, name: TableName }: Table) => {
  const add = (Key: ReturnType<typeof placeKey>, steps: readonly (readonly [name: string, by: number])[]) =>
    client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: `ADD #changes :one${steps.map((_, i) => `, #n${i} :n${i}`).join('')}`,
        ExpressionAttributeNames: Object.fromEntries([
          ['#changes', 'changes'],
          ...steps.map(([name], i) => [`#n${i}`, name]),
        ]),
        ExpressionAttributeValues: Object.fromEntries([[':one', 1], ...steps.map(([, by], i) => [`:n${i}`, by])]),
      }),
    );

  return {
    /** Adds what a written change of a request means for the counts of its places. */
    async countOpenChange(before: Request | undefined, after: Request): Promise<void> {
      for (const [place, tally] of countSteps(before, after)) {
        const steps = [...tally];
        await add(
          placeKey(place),
          steps.filter(([name]) => !isWorkers(name)),
        );
        for (const step of steps.filter(([name]) => isWorkers(name)))
          await add({ ...placeKey(place), sk: step[0] }, [step]);
      }
    },

    /** Everything that is counted of a place: one query. */
    async countOpen(place: string): Promise<KeptCounts> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :place',
          ExpressionAttributeValues: { ':place': placeKey(place).pk },
        }),
      );
      const counts = Items.flatMap(({ sk, ...item }) =>
        Object.entries(item)
          .filter(([name]) => name !== 'pk')
          .map(([name, n]) => ({ sk: String(sk), name, n: z.number().parse(n) })),
      );
      return {
        tally: new Map(counts.filter(({ name }) => name !== 'changes').map(({ name, n }) => [name, n])),
        changes: counts.find(({ sk, name }) => sk === 'COUNTS' && name === 'changes')?.n ?? 0,
      };
    },

    async openChecked(): Promise<Checked | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key: checkPlace, ConsistentRead: true }));
      return Item && Checked.parse(Item);
    },

    async keepOpenChecked(checked: Checked): Promise<void> {
      await client.send(new PutCommand({ TableName, Item: { ...checkPlace, ...checked } }));
    },

    /** Sets the counts of a place, unless somebody has changed them since they were read; whether it did. */
    async mendOpen(place: string, right: Tally, { tally, changes }: KeptCounts): Promise<boolean> {
      const [ofWorkers, ofPlace] = [
        [...right].filter(([name, n]) => isWorkers(name) && tally.get(name) !== n),
        [...right].filter(([name]) => !isWorkers(name)),
      ];
      const gone = [...tally.keys()].filter((name) => isWorkers(name) && !right.has(name));
      const unchanged =
        changes === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'changes = :seen', ExpressionAttributeValues: { ':seen': changes } };
      const failed = await writeTogether(
        { client },
        [
          {
            Put: {
              TableName,
              Item: { ...placeKey(place), ...Object.fromEntries(ofPlace), changes: changes + 1 },
              ...unchanged,
            },
          },
          ...ofWorkers.map(([name, n]) => ({ Put: { TableName, Item: { ...placeKey(place), sk: name, [name]: n } } })),
          ...gone.map((name) => ({ Delete: { TableName, Key: { ...placeKey(place), sk: name } } })),
        ].slice(0, MENDED),
      );
      return failed.length === 0;
    },
  };
};
