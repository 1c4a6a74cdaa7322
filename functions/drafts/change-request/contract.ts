import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { FilledForm } from '../../../lib/adapters/http/form.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'PUT /requests/{id}/form',
  tag: 'Requests',
  again: 'same',
  summary: 'Fill in the form of a draft',
  description:
    'Send the `formVersion` of the draft that you changed. If something newer has been saved meanwhile, for instance in ' +
    'another window, nothing is saved: the answer names the fields that differ (`changed`) and the present version.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({
    form: FilledForm,
    formVersion: z.int().nonnegative().optional().meta({
      description: 'The `formVersion` of the draft that was changed; without it nothing is saved (428)',
    }),
  }),
  answer: RequestView,
  success: 200,
  refusals: [
    'work/own-request',
    'request/unknown',
    'request/not-draft',
    'form/invalid',
    'form/version-needed',
    'form/newer',
    'request/changed-meanwhile',
  ],
  examples: [
    {
      summary: 'Two fields; the others are left empty for now',
      body: { form: { postalCode: '160012', phone: '87252530000' }, formVersion: 0 },
      answers: 200,
    },
    { summary: 'An index of five digits', body: { form: { postalCode: '16001' }, formVersion: 0 }, answers: 422 },
    { summary: 'Without the version', body: { form: { postalCode: '160012' } }, answers: 428 },
  ],
});
