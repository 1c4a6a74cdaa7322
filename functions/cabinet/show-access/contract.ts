import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';
import { lookKinds } from '../../../lib/domain/access/journal-rules.ts';
import { Role } from '../../../lib/domain/access/roles.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/access',
  tag: 'Requests',
  summary: 'See who looked at the own request, newest first',
  description:
    'Each look of an employee at the request, its documents, scans and reports, each search for it and each act on it: ' +
    'office, role, time and kind, also those that were refused. Lists of work, which name the applicant, are in the ' +
    "auditor's journal.",
  params: z.object({ id: RequestId }),
  query: z.strictObject(momentQuery('access')),
  answer: z.object({
    looks: z.array(
      z.object({
        at: ShownInstant,
        kind: z.enum(lookKinds),
        text: ShownText,
        role: Role.optional().meta({ description: 'Absent where somebody opened a mailed result' }),
        roleText: ShownText.optional(),
        office: z.string().optional().meta({ description: 'Name of the office, centre or akim; auditors serve none' }),
        refused: z.literal(true).optional().meta({ description: 'They asked and were shown nothing' }),
      }),
    ),
    next: nextPage,
  }),
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'The latest looks', answers: 200 }],
});
