import { openIssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openSignedNeeds } from '../../../lib/adapters/trust/signed-needs.ts';
import { contract } from './contract.ts';
import { signReply } from './sign-reply.ts';

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
  'MACHINE_ARN_PREFIX',
);
const { table, needs } = openSignedNeeds(env);
const more = { register: openIssuedDocuments(table), machines: openMachines(env.MACHINE_ARN_PREFIX) };

export const handler = serve(contract, (asked, caller) =>
  signReply(asked, caller, { ...needs, ...more, now: new Date() }),
);
