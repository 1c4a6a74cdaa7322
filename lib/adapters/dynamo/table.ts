import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one table, as its repositories use it. Keys and indexes: docs/flow.md, "Data". */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export const openTable = (name: string): Table => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
  name,
});
