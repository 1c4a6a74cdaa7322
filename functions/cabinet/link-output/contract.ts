import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { IssuedOutput } from '../../../lib/adapters/output/issued-output.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/output',
  tag: 'Requests',
  summary: 'Get short-lived addresses of the output document and its signature',
  description: 'The latest; interim documents before it are in `earlier`, the latest first.',
  params: z.object({ id: RequestId }),
  answer: IssuedOutput.extend({ earlier: z.array(IssuedOutput).optional() }),
  success: 200,
  refusals: ['request/unknown', 'output/not-ready'],
  examples: [{ summary: 'The certificate', answers: 200 }],
});
