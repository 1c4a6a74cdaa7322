import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { StaffView } from '../../../lib/adapters/http/views/staff-view.ts';
import { Role } from '../../../lib/domain/access/roles.ts';

export const contract = endpoint({
  route: 'PUT /staff/{account}',
  tag: 'Identity',
  again: 'told',
  summary: 'Move, suspend, restore or dismiss an employee',
  description:
    '`move` offers another post: it works when its holder has accepted it by EDS, and until then they keep theirs. ' +
    '`suspend` and `dismiss` end their sessions and return the work that they have claimed; they stay a citizen, with their ' +
    'cabinet. Nobody changes their own post. The person and the other administrators are told.',
  params: z.object({ account: z.string().max(64) }),
  body: z.discriminatedUnion('act', [
    z
      .strictObject({
        act: z.literal('move'),
        role: Role.exclude(['applicant']),
        office: z.string().min(1).max(64).optional(),
        position: z.string().trim().min(2).max(150),
      })
      .meta({ id: 'Move' }),
    z.strictObject({ act: z.enum(['suspend', 'restore', 'dismiss']) }).meta({ id: 'ChangeOfStanding' }),
  ]),
  answer: StaffView,
  success: 200,
  refusals: ['staff/unknown', 'staff/own-post', 'account/office-required'],
  examples: [{ summary: 'An officer who has left', body: { act: 'dismiss' }, answers: 200 }],
});
