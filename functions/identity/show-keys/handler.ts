import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openSigningKeys } from '../../../lib/adapters/identity/signing-key.ts';
import { contract } from './contract.ts';
import { showKeys } from './show-keys.ts';

const { TOKEN_KEY_IDS, GATEWAY_KEY_IDS } = readEnvironment(process.env, 'TOKEN_KEY_IDS', 'GATEWAY_KEY_IDS');
const keys = [TOKEN_KEY_IDS, GATEWAY_KEY_IDS].flatMap((ids) => openSigningKeys(ids));

export const handler = servePublic(contract, () => showKeys(keys));
