import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { FilledForm } from '../../../lib/adapters/http/form.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'PUT /requests/{id}/form',
  tag: 'Requests',
  summary: 'Fill in the form of a draft',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ form: FilledForm }),
  answer: RequestView,
  success: 200,
  refusals: ['request/unknown', 'request/not-draft', 'form/invalid', 'request/changed-meanwhile'],
  examples: [
    {
      summary: 'Two fields; the others are left empty for now',
      body: { form: { postalCode: '160012', phone: '87252530000' } },
      answers: 200,
    },
    { summary: 'An index of five digits', body: { form: { postalCode: '16001' } }, answers: 422 },
  ],
});
