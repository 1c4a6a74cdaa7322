import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ComplaintId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { ComplaintText } from '../../../lib/adapters/http/told.ts';
import { ComplaintOutcome } from '../../../lib/domain/request/complaint/complaint.ts';

export const contract = endpoint({
  route: 'PUT /requests/{id}/complaints/{complaint}/answer',
  tag: 'Work',
  again: 'same',
  summary: 'Write the answer to a complaint, to be signed',
  description:
    'By the head of the office, or by the akimat above; by nobody who has decided on the request or signed. The document names the caller; ' +
    'nothing is given to the applicant before it is signed. Written again, it takes the place of the one before.',
  params: z.object({ id: RequestId, complaint: ComplaintId }),
  body: z.strictObject({ outcome: ComplaintOutcome, text: ComplaintText }),
  answer: z.object({ number: z.string(), sha256: z.string(), document: Link }),
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'complaint/unknown',
    'complaint/answered',
    'complaint/above',
    'complaint/own-decision',
    'service/unknown',
    'request/changed-meanwhile',
  ],
  examples: [
    {
      summary: 'The complaint is upheld',
      body: { outcome: 'upheld', text: 'Заявление будет рассмотрено заново до конца недели.' },
      answers: 200,
    },
    { summary: 'An outcome that there is not', body: { outcome: 'later', text: 'Позже, может быть.' }, answers: 400 },
  ],
});
