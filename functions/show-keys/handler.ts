import { readEnvironment } from '../../lib/adapters/environment.ts';
import { servePublic } from '../../lib/adapters/http/serve.ts';
import { openTokenKey } from '../../lib/adapters/identity/token-key.ts';
import { contract } from './contract.ts';
import { showKeys } from './show-keys.ts';

const { TOKEN_KEY_ID } = readEnvironment(process.env, 'TOKEN_KEY_ID');
const key = openTokenKey(TOKEN_KEY_ID);

export const handler = servePublic(contract, () => showKeys(key));
