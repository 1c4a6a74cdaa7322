import { openRequests } from '../../../lib/adapters/dynamo/requests.ts';
import { openTable } from '../../../lib/adapters/dynamo/table.ts';
import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { openGateways } from '../../../lib/adapters/gateways/gateways.ts';
import { openSigningKeys } from '../../../lib/adapters/identity/signing-key.ts';
import { serveStep } from '../../../lib/adapters/machine/serve-row.ts';
import { findService } from '../../../lib/domain/regulation/cards.ts';
import { askRegistry, input } from './ask-registry.ts';

const env = readEnvironment(process.env, 'TABLE_NAME', 'GATEWAY_URL', 'GATEWAY_KEY_IDS');
const needs = {
  requests: openRequests(openTable(env.TABLE_NAME)),
  gateways: openGateways({
    url: env.GATEWAY_URL,
    key: openSigningKeys(env.GATEWAY_KEY_IDS)[0],
    clock: () => new Date(),
  }),
  findService,
  clock: () => new Date(),
};

export const handler = serveStep(input, askRegistry, needs);
