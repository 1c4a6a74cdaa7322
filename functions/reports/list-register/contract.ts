import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { officeQuery } from '../../../lib/adapters/http/office-asked.ts';
import { RegisterLine } from '../../../lib/adapters/http/views/register-view.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';

export const contract = endpoint({
  route: 'GET /register',
  tag: 'Work',
  summary: '«Журнал регистрации»: what the office received, in the order of registration',
  description:
    'By the time at which each request got its number; what a system turned away afterwards stays in it. `GET /register.xlsx` ' +
    'gives the same as a file.',
  query: z.strictObject({
    since: Instant.optional().meta({ description: 'Registered from this moment' }),
    until: Instant.optional().meta({ description: 'Registered before this moment' }),
    office: officeQuery,
    ...pageQuery('register'),
  }),
  answer: z.object({ requests: z.array(RegisterLine), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    {
      summary: 'November',
      query: { since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', limit: '50' },
      answers: 200,
    },
  ],
});
