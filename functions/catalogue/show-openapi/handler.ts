import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import description from '../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { showOpenapi } from './show-openapi.ts';

const { PUBLIC_URL } = readEnvironment(process.env, 'PUBLIC_URL');

export const handler = servePublic(contract, async () => showOpenapi(description, PUBLIC_URL));
