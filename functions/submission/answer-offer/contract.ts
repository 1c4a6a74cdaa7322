import * as z from 'zod';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { OfferId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { Answer } from '../../../lib/domain/request/offer.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/offers/{offer}/answer',
  tag: 'Requests',
  again: 'same',
  summary: '«Письменное согласие», «письменный отказ»: answer an offer with an EDS',
  description:
    'By the applicant, or by an employee of the counter that filed the request for them. After a refusal the request keeps ' +
    'its position in the queue; after a consent it is decided again. Sending the same answer again changes nothing; the opposite answer is refused.',
  params: z.object({ id: RequestId, offer: OfferId }),
  body: z.strictObject({ answer: Answer, cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'offer/unknown',
    'offer/lapsed',
    'offer/answered-otherwise',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
    'service/unknown',
    'request/changed-meanwhile',
    'telling/behind',
  ],
  examples: [
    { summary: 'Bytes that are no CMS', body: { answer: 'accepted', cms: 'MAA=' }, answers: 422 },
    { summary: 'A signed refusal (cut short here)', body: { answer: 'declined', cms: shortenedCms }, answers: 200 },
  ],
});
