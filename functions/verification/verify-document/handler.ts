import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import { verifyDocument } from './verify-document.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const documents = openIssuedDocuments(openTable(TABLE_NAME));

export const handler = servePublic(contract, (asked) => verifyDocument(asked, { documents }));
