import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { IssuedDocument } from '../../domain/output/issued-document.ts';
import type { Table } from './table.ts';

const key = (number: string) => ({ pk: `DOCUMENT#${number}`, sk: 'DOCUMENT' });

/** The public register of issued documents. It is separate from the requests, so its reader sees nothing else. */
export const openIssuedDocuments = ({ client, name: TableName }: Table) => ({
  /** Writing the same document again changes nothing. */
  record: (document: IssuedDocument) =>
    client.send(new PutCommand({ TableName, Item: { ...key(document.number), document } })),

  async find(number: string): Promise<IssuedDocument | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key(number) }));
    return Item && IssuedDocument.parse(Item['document']);
  },
});

export type IssuedDocuments = ReturnType<typeof openIssuedDocuments>;
