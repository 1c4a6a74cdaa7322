import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AbsenceView } from '../../../lib/adapters/http/views/person-view.ts';

export const contract = endpoint({
  route: 'DELETE /people/{account}/absence',
  tag: 'Work',
  again: 'same',
  summary: '«Отсутствие и замещение»: somebody of the head’s own office is back, or will not be away after all',
  description:
    'What they had claimed and the substitute has not begun is theirs again at once. Nothing to end is no error. `PUT` gives other days.',
  params: z.strictObject({ account: z.string().max(64) }),
  query: z.strictObject({
    firstDay: z.iso.date().meta({ description: 'Of the absence' }),
  }),
  answer: z.object({ absences: z.array(AbsenceView).meta({ description: 'Of this person, that have not ended' }) }),
  success: 200,
  refusals: ['staff/unknown', 'absence/changed-meanwhile'],
  examples: [{ summary: 'An absence that there is not', query: { firstDay: '2026-12-31' }, answers: 200 }],
});
