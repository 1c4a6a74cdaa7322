import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { deliverOutput, input } from './deliver-output.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { requests: openRequests(table), register: openIssuedDocuments(table), findService };

export const handler = serveRow(input, (task) => deliverOutput(task, { ...needs, now: new Date() }));
