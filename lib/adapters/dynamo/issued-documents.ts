import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { IssuedDocument } from '../../domain/output/issued-document.ts';
import { ifHeld } from './condition.ts';
import type { Table } from './table.ts';

const key = (number: string) => ({ pk: `DOCUMENT#${number}`, sk: 'DOCUMENT' });

/** The public register of issued documents. It is separate from the requests, so its reader sees nothing else. */
export const openIssuedDocuments = ({ client, name: TableName }: Table) => ({
  /** Writing the same document again changes nothing. What was withdrawn is never genuine again, however late a row repeats itself. */
  record: (document: IssuedDocument) =>
    ifHeld(
      client.send(
        new PutCommand({
          TableName,
          Item: { ...key(document.number), document },
          ...(document.status === 'genuine' && {
            ConditionExpression: 'attribute_not_exists(pk) OR #document.#status <> :withdrawn',
            ExpressionAttributeNames: { '#document': 'document', '#status': 'status' },
            ExpressionAttributeValues: { ':withdrawn': 'withdrawn' },
          }),
        }),
      ),
    ),

  async find(number: string): Promise<IssuedDocument | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key(number) }));
    return Item && IssuedDocument.parse(Item['document']);
  },
});

export type IssuedDocuments = ReturnType<typeof openIssuedDocuments>;
