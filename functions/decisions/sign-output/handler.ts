import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { serve } from '../../../lib/adapters/http/serve.ts';
import { openMachines } from '../../../lib/adapters/machine/machines.ts';
import { openSignedNeeds } from '../../../lib/adapters/trust/signed-needs.ts';
import { knowRequests } from '../../../lib/domain/request/known.ts';
import { contract } from './contract.ts';
import { signOutput } from './sign-output.ts';

const env = readEnvironment(
  process.env,
  'TABLE_NAME',
  'ATTACHMENTS_BUCKET',
  'DOCUMENTS_BUCKET',
  'MACHINE_ARN_PREFIX',
  'TRUST_BUCKET',
  'EDS_PROFILE',
  'EDS_ANCHORS',
  'OCSP_SOURCES',
  'TSP_SOURCES',
);
const { needs } = openSignedNeeds(env);
const machines = openMachines(env.MACHINE_ARN_PREFIX);

export const handler = serve(contract, (asked, caller) =>
  signOutput(asked, caller, { ...needs, machines, requests: knowRequests(needs.requests), now: new Date() }),
);
