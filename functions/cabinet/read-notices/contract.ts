import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'PUT /notices/read',
  tag: 'Requests',
  again: 'same',
  summary: 'Mark own notices as read',
  description:
    'All that were announced at `until` or before. What is read stays read: an earlier `until` changes nothing, and one in ' +
    'the future counts as now.',
  body: z.strictObject({
    until: z.iso.datetime().meta({ description: '`at` of the newest notice that was seen' }),
  }),
  answer: z.object({ readUntil: z.string().meta({ format: 'date-time' }) }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'Up to a moment', body: { until: '2026-11-30T04:04:00.000Z' }, answers: 200 },
    { summary: 'No moment', body: { until: 'today' }, answers: 400 },
  ],
});
