import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';
import { HeadGround, reopeningRules } from '../../../lib/domain/reopening/rules.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/reopening',
  tag: 'Work',
  again: 'same',
  summary: 'Open a wrongly refused request again by a signed word',
  description:
    'By the head of the office. The request is decided anew within the terms that begin today, the refusal is withdrawn in the public register, ' +
    `and the applicant is told. Once for a refusal, ${reopeningRules.most} times for a request; sent again, it changes nothing. A complaint ` +
    'about the refusal that is upheld does the same.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ ground: HeadGround, cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'reopening/not-refused',
    'reopening/too-late',
    'reopening/too-many',
    'child/claimed',
    'service/unknown',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'Bytes that are no CMS', body: { ground: 'facts', cms: 'MAA=' }, answers: 422 },
    { summary: 'The signed word (cut short here)', body: { ground: 'facts', cms: shortenedCms }, answers: 200 },
  ],
});
