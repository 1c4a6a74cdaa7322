import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serveRow } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { knowRequests } from '../../../lib/domain/request/known.ts';
import { closeRequest, input } from './close-request.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const table = openTable(TABLE_NAME);
const needs = { requests: openRequests(table), register: openIssuedDocuments(table), findService };

export const handler = serveRow(input, (task) =>
  closeRequest(task, { ...needs, requests: knowRequests(needs.requests), now: new Date() }),
);
