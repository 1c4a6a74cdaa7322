import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { StaffView } from '../../../lib/adapters/http/views/staff-view.ts';
import { Cms } from '../../../lib/adapters/trust/cms.ts';

export const contract = endpoint({
  route: 'PUT /account/post',
  tag: 'Identity',
  again: 'told',
  summary: 'Accept the offered post by EDS',
  description:
    'The signature of the bytes of `GET /account/post`, by the certificate with which the post will be served: that of an ' +
    'office must bear its BIN, and that of a head show a first head or the right to sign. The post works from now on; all ' +
    'sessions end.',
  body: z.strictObject({ cms: Cms.describe('CMS SignedData, in base64 or PEM') }),
  answer: StaffView,
  success: 200,
  refusals: ['post/none', 'eds/office', 'eds/failed', 'eds/authority', 'eds/indeterminate'],
  examples: [{ summary: 'Where no post is offered', body: { cms: 'MAA=' }, answers: 404 }],
});
