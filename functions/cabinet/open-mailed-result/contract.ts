import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';
import { IssuedOutput } from '../../../lib/adapters/output/issued-output.ts';
import { Iin } from '../../../lib/domain/identity/iin-schema.ts';
import { KEY_LENGTH } from '../../../lib/domain/mailing/address.ts';
import { mailingRules } from '../../../lib/domain/mailing/rules.ts';

export const contract = endpoint({
  route: 'POST /mailed-results',
  tag: 'Documents',
  again: 'new',
  summary: 'Open a result that was wanted by e-mail',
  description:
    'The mail has the address of a page, whose fragment is `key`; it opens nothing by itself, so that programs that follow mailed ' +
    `addresses neither see nor spend anything. Whoever knows the applicant's IIN gets the document, for ${mailingRules.hours} hours and ` +
    `${mailingRules.openings} times; after ${mailingRules.wrongAnswers} wrong IINs the address opens nothing any more. The first opening is ` +
    'the delivery.',
  body: z.strictObject({
    key: z.string().max(KEY_LENGTH).meta({ description: 'The fragment of the mailed address' }),
    iin: Iin.meta({ description: "The applicant's" }),
  }),
  answer: z.object({
    request: z.string().meta({ description: 'Number of the request' }),
    service: ShownText,
    result: IssuedOutput,
    until: ShownInstant.meta({ format: 'date-time', description: 'How long the mailed address works' }),
    openingsLeft: z.int(),
  }),
  success: 200,
  refusals: ['mailing/unknown', 'mailing/over', 'mailing/wrong-iin', 'request/changed-meanwhile'],
  examples: [
    {
      summary: 'An address that nobody mailed',
      body: { key: `01JD5T1V7Z8Q4K2N6M3P9R0S5T.${'A'.repeat(43)}`, iin: '850101300015' },
      answers: 404,
    },
  ],
});
