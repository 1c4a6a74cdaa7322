import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { OfficerView } from '../../../lib/adapters/http/views/officer-view.ts';

/** Of an example: tests send today instead. */
export const exampleDay = '2026-12-31';

export const contract = endpoint({
  route: 'PUT /mandates/{account}',
  tag: 'Identity',
  again: 'same',
  summary: '«Право подписи»: let an officer of the head’s own office sign outputs, or change the term of it',
  description:
    'It works at once, to the end of its last day, at most 366 days ahead. Rows that the regulation gives to the head stay the head’s. ' +
    'It ends with the post in which it was given, also when that is suspended. The officer and the administrators are told.',
  params: z.strictObject({ account: z.string().max(64) }),
  body: z.strictObject({ lastDay: z.iso.date() }),
  answer: OfficerView,
  success: 200,
  refusals: ['staff/unknown', 'mandate/own'],
  examples: [
    { summary: 'An officer who signs while the head is away', body: { lastDay: exampleDay }, answers: 200 },
    { summary: 'A mandate without a sensible end', body: { lastDay: '2099-12-31' }, answers: 400 },
  ],
});
