import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { openTokenKeys } from '../../../lib/adapters/identity/token-key.ts';
import { contract } from './contract.ts';
import { showKeys } from './show-keys.ts';

const { TOKEN_KEY_IDS } = readEnvironment(process.env, 'TOKEN_KEY_IDS');
const keys = openTokenKeys(TOKEN_KEY_IDS);

export const handler = servePublic(contract, () => showKeys(keys));
