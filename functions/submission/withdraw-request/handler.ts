import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openSignedNeeds } from '../../../lib/adapters/trust/signed-needs.ts';
import { contract } from './contract.ts';
import { withdrawRequest } from './withdraw-request.ts';

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
const { needs } = openSignedNeeds(env);
const machines = openMachines(env.MACHINE_ARN_PREFIX);

export const handler = serve(contract, (asked, caller) =>
  withdrawRequest(asked, caller, { ...needs, machines, now: new Date() }),
);
