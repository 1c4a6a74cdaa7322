import { servePublic } from '../../../lib/adapters/http/serve.ts';
import description from '../../../lib/adapters/http/openapi.json' with { type: 'json' };
import { contract } from './contract.ts';
import { Description, renderDocs } from './render-docs.ts';
import { showDocs } from './show-docs.ts';

const page = renderDocs(Description.parse(description));

export const handler = servePublic(contract, async () => showDocs(page));
