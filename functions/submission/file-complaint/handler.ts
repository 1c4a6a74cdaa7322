import { ulid } from 'ulid';
import { openCounters } from '../../../lib/adapters/dynamo/counters.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openSignedNeeds } from '../../../lib/adapters/trust/signed-needs.ts';
import { contract } from './contract.ts';
import { fileComplaint } from './file-complaint.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'ATTACHMENTS_BUCKET',
  'DOCUMENTS_BUCKET',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
  'TSP_SOURCES',
);
const { table, needs } = openSignedNeeds(env);
const more = { counters: openCounters(table), newId: ulid };

export const handler = serve(contract, (asked, caller) =>
  fileComplaint(asked, caller, { ...needs, ...more, now: new Date() }),
);
