import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { KEY_LENGTH } from '../../../lib/domain/mailing/address.ts';

export const contract = endpoint({
  route: 'POST /disowned-addresses',
  tag: 'Documents',
  again: 'same',
  summary: 'Say that letters about a request come to the wrong person',
  description:
    'The first letter to an address that an employee typed for a visitor has the number of the request and the address of a page, whose ' +
    'fragment is `key`. With it nothing about the request is mailed any more, and the address is removed from it. The request goes on.',
  body: z.strictObject({
    key: z.string().max(KEY_LENGTH).meta({ description: 'The fragment of the mailed address' }),
  }),
  answer: z.object({ request: z.string().meta({ description: 'Its id' }) }),
  success: 200,
  refusals: ['mailing/unknown', 'request/changed-meanwhile'],
  examples: [
    {
      summary: 'An address that nobody mailed',
      body: { key: `01JD5T1V7Z8Q4K2N6M3P9R0S5T.${'A'.repeat(43)}` },
      answers: 404,
    },
  ],
});
