import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { SignerRole } from '../../domain/output/document.ts';
import type { Table } from './table.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

/** What anyone may know of an issued document: no personal data beyond initials. */
export const IssuedDocument = z.object({
  number: z.string(),
  status: z.enum(['genuine', 'withdrawn']),
  kind: z.enum(['certificate', 'refusal']),
  service: Words,
  office: Words,
  issuedAt: z.iso.datetime(),
  initials: z.string(),
  signerRole: SignerRole,
  sha256: z.string(),
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

const key = (number: string) => ({ pk: `DOCUMENT#${number}`, sk: 'DOCUMENT' });

/** The public register of issued documents, apart from the requests, so that its reader can see nothing else. */
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
