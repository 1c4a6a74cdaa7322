import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /services/{service}/channels/{channel}/diagram.svg',
  tag: 'Catalogue',
  summary: 'See the action table of a channel as a diagram',
  description:
    'An SVG as wide as an A4 page: a lane for each actor, a box for each row, in the words of the decree (Russian). The same as BPMN 2.0 lies in `docs/regulations/`.',
  params: z.object({ service: z.string().max(128), channel: z.string().max(16) }),
  success: 200,
  media: 'image/svg+xml',
  refusals: ['service/unknown'],
  examples: [{ summary: 'The diagram of a channel', answers: 200 }],
});
