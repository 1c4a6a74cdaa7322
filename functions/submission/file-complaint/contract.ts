import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { told } from '../../../lib/adapters/http/told.ts';
import { ComplaintView } from '../../../lib/adapters/http/views/complaint-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/complaints',
  tag: 'Requests',
  again: 'same',
  summary: 'Complain about a request by a signed word',
  description:
    'By the applicant. It gets a number and a term, and waits for the head of the office, or for the akimat if the head has decided on the ' +
    'request; the akimat also gets what is not answered in time. Filing the same again changes nothing.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ ...told, cms: Cms }),
  answer: ComplaintView,
  success: 201,
  refusals: [
    'request/unknown',
    'complaint/too-early',
    'complaint/no-refusal',
    'complaint/too-many',
    'service/unknown',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
    'request/changed-meanwhile',
    'telling/behind',
  ],
  examples: [
    {
      summary: 'Bytes that are no CMS',
      body: { ground: 'inaction', text: 'Срок прошёл, ответа нет.', cms: 'MAA=' },
      answers: 422,
    },
    {
      summary: 'A signed complaint (cut short here)',
      body: { ground: 'inaction', text: 'Срок прошёл, ответа нет.', cms: shortenedCms },
      answers: 201,
    },
  ],
});
