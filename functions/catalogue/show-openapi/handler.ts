import { readEnvironment } from '../../../lib/adapters/environment.ts';
import { servePublic } from '../../../lib/adapters/http/serve.ts';
import { contract } from './contract.ts';
import description from '../../../lib/adapters/http/openapi.json' with { type: 'json' };

const { PUBLIC_URL } = readEnvironment(process.env, 'PUBLIC_URL');

export const handler = servePublic(contract, async () => ({
  body: { ...description, servers: [{ url: PUBLIC_URL }] },
}));
