import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { findDiagram } from '../../../lib/domain/diagram/diagrams.ts';
import { contract } from './contract.ts';
import { showRequestDiagram } from './show-request-diagram.ts';

const { TABLE_NAME } = readEnvironment(process.env, 'TABLE_NAME');
const requests = openRequests(openTable(TABLE_NAME));

export const handler = serve(contract, (asked, caller) =>
  showRequestDiagram(asked, caller, { requests, findDiagram, now: new Date() }),
);
