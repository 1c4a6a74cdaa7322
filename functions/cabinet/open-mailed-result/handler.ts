import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openDigest } from '../../../lib/adapters/dynamo/table-secret.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openDocuments } from '../../../lib/adapters/s3/documents.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { contract } from './contract.ts';
import { openMailedResult } from './open-mailed-result.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'DOCUMENTS_BUCKET', 'MACHINE_ARN_PREFIX');
const table = openTable(env.TABLE_NAME);
const needs = {
  requests: openRequests(table),
  documents: openDocuments(env.DOCUMENTS_BUCKET),
  machines: openMachines(env.MACHINE_ARN_PREFIX),
  digestOf: openDigest(table, 'MAILED-SECRET'),
  findService,
};

export const handler = servePublic(contract, (asked) => openMailedResult(asked, { ...needs, now: new Date() }));
