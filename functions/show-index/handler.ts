import { readEnvironment } from '../../lib/adapters/environment.ts';
import { servePublic } from '../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';

const { PUBLIC_URL } = readEnvironment(process.env, 'PUBLIC_URL');
const at = (path: string) => `${PUBLIC_URL.replace(/\/$/, '')}${path}`;

export const handler = servePublic(contract, async () => ({
  body: { name: 'e-akimat', services: at('/services'), documentation: at('/docs'), openapi: at('/openapi.json') },
}));
