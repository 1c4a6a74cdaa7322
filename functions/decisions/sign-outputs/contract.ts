import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { OrderedView } from '../../../lib/adapters/http/views/ordered-view.ts';
import { SIGNED } from '../../../lib/adapters/http/views/signed-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';

const id = '01JD5T1V7Z8Q4K2N6M3P9R0S5T';

export const contract = endpoint({
  route: 'POST /signed-work',
  tag: 'Work',
  again: 'same',
  summary: 'Sign several output documents by the officer’s EDS',
  description:
    'A detached CMS over the bytes of each PDF. Each is checked and answered by itself as by `POST /work/{id}/signature`; one that is ' +
    'refused stops no other. First of all it is looked at what the caller has claimed. If time runs short, the rest are answered ' +
    '`work/not-tried`: send these again. The body has at most a megabyte, as everywhere: send fewer of larger signatures.',
  body: z.strictObject({
    work: z
      .array(z.strictObject({ id: RequestId, cms: Cms }))
      .min(1)
      .max(SIGNED),
  }),
  answer: OrderedView,
  success: 200,
  refusals: [],
  examples: [
    { summary: 'One that there is not (cut short here)', body: { work: [{ id, cms: shortenedCms }] }, answers: 200 },
    { summary: 'Without a signature', body: { work: [{ id, cms: '' }] }, answers: 400 },
  ],
});
