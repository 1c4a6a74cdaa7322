import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { IssuedDocument } from '../../domain/output/issued-document.ts';
import type { ProofLife } from '../../domain/signature/proof-life.ts';
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

  /** Until when a document's signature can be proved, once it is known or lasts longer. What is not in the register yet enters it with its proof. */
  prove: (number: string, proof: ProofLife) =>
    ifHeld(
      client.send(
        new UpdateCommand({
          TableName,
          Key: key(number),
          UpdateExpression: 'SET #document.#proof = :proof',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#document': 'document', '#proof': 'proof' },
          ExpressionAttributeValues: { ':proof': proof },
        }),
      ),
    ),

  async find(number: string): Promise<IssuedDocument | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key(number) }));
    return Item && IssuedDocument.parse(Item['document']);
  },
});

export type IssuedDocuments = ReturnType<typeof openIssuedDocuments>;
