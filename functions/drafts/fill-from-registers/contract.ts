import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/register-data',
  tag: 'Requests',
  again: 'new',
  summary: 'Fill a draft from state registers, if the applicant agrees',
  description:
    'The registers that `registerData.registers` of the draft names are asked about its applicant, and fill empty fields. ' +
    'What was filled in by hand stays. A register that does not answer within ten seconds, or does not know the applicant, leaves its ' +
    'fields to be filled in by hand. The consent, or its refusal, is part of what is signed. The same call again asks only the ' +
    'registers that were silent; `again` asks all of them. A citizen is told only after an EDS has proved whose their account is.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({
    consent: z.boolean().meta({
      description:
        'Whether the applicant agrees to be asked about; at a counter, what the visitor said to the employee',
    }),
    again: z.boolean().optional(),
  }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'request/not-draft',
    'request/changed-meanwhile',
    'service/unknown',
    'registers/none',
    'registers/unproved',
    'registers/too-many',
  ],
  examples: [
    { summary: 'A form that no register fills', body: { consent: true }, answers: 422 },
    { summary: 'Without an answer about the consent', body: {}, answers: 400 },
  ],
});
