import { servePublic } from '../../../lib/adapters/http/serve.ts';
import description from '../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { contract } from './contract.ts';
import { Description, renderDocs } from './render-docs.ts';

const page = renderDocs(Description.parse(description));

export const handler = servePublic(contract, async () => ({
  text: page,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
}));
