import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AbsenceView } from '../../../lib/adapters/http/views/person-view.ts';
import { exampleDay } from '../give-mandate/contract.ts';

/** Of an example: tests send somebody of the office instead. */
export const exampleColleague = '01K0000000000000000000000A';

export const contract = endpoint({
  route: 'PUT /people/{account}/absence',
  tag: 'Work',
  again: 'same',
  summary: '«Отсутствие и замещение»: somebody of the head’s own office is away, and a colleague stands in',
  description:
    'From the beginning of the first day to the end of the last one, at most 366 days ahead. Meanwhile the substitute has the work that ' +
    'the absent person has claimed; rows of the head only with a mandate to sign. What the substitute has not begun comes back. ' +
    'The same absence again changes nothing; an absence with other days is another one.',
  params: z.strictObject({ account: z.string().max(64) }),
  body: z.strictObject({
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    substitute: z.string().min(1).max(64).meta({ description: 'Account of the colleague (`GET /people`)' }),
  }),
  answer: z.object({ absences: z.array(AbsenceView).meta({ description: 'Of this person, that have not ended' }) }),
  success: 200,
  refusals: [
    'staff/unknown',
    'absence/unfit',
    'absence/overlaps',
    'absence/substitute-away',
    'absence/stands-in',
    'absence/too-many',
    'absence/changed-meanwhile',
  ],
  examples: [
    {
      summary: 'A day for which a colleague stands in',
      body: { firstDay: exampleDay, lastDay: exampleDay, substitute: exampleColleague },
      answers: 200,
    },
    {
      summary: 'An end before the beginning',
      body: { firstDay: '2099-12-31', lastDay: '2099-12-30', substitute: exampleColleague },
      answers: 400,
    },
  ],
});
