import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Signable, SignableView } from '../../../lib/adapters/http/views/signed-view.ts';

export const contract = endpoint({
  route: 'POST /signable-work',
  tag: 'Work',
  again: 'reads',
  summary: 'Get several output documents that wait for the caller’s signature',
  description:
    'Claim the signatures first (`POST /claimed-work`): each document then names the caller. Each is shown as by ' +
    '`GET /work/{id}/output`; what cannot be signed says why. Read each before it is signed.',
  body: Signable,
  answer: SignableView,
  success: 200,
  refusals: [],
  examples: [
    { summary: 'One that there is not', body: { work: [{ id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' }] }, answers: 200 },
    { summary: 'None', body: { work: [] }, answers: 400 },
  ],
});
