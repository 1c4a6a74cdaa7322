import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { OfficeLine } from '../../../lib/adapters/http/views/line-view.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';
import { Iin } from '../../../lib/domain/identity/iin-schema.ts';

export const contract = endpoint({
  route: 'POST /request-search',
  tag: 'Work',
  again: 'reads',
  summary: 'Find requests by number, IIN or name',
  description:
    'Employees find what their office or centre has, auditors everything. What is sought stands in the body, because addresses ' +
    'are written into logs. A number is read as people type it, without case, with any dashes, and without the zeros before it. A ' +
    'name is sought among those that one office received in a time, by the beginnings of its words, and so are the name and the BIN of an organisation; an employee of a centre or akim has no ' +
    'such list. A page has `limit` lines that match; among 1000 in a row it may have fewer.',
  body: z
    .strictObject({
      number: z.string().min(1).max(64).optional(),
      iin: Iin.optional(),
      name: z.string().min(2).max(120).optional(),
      office: z.string().max(64).optional().meta({ description: 'Of a name: whose list; for an employee their own' }),
      since: Instant.optional().meta({ description: 'Of a name: received from this moment' }),
      until: Instant.optional().meta({ description: 'Of a name: received before this moment' }),
      ...pageQuery('search'),
    })
    .refine(({ number, iin, name }) => [number, iin, name].filter((each) => each !== undefined).length === 1, {
      message: 'one of number, iin, name',
      path: ['number'],
    }),
  answer: z.object({ requests: z.array(OfficeLine), next: nextPage }),
  success: 200,
  refusals: ['form/invalid'],
  examples: [
    { summary: 'By number', body: { number: 'sk-uc-2026-1' }, answers: 200 },
    { summary: 'By name', body: { name: 'Ахметов' }, answers: 200 },
    { summary: 'By nothing', body: {}, answers: 400 },
  ],
});
