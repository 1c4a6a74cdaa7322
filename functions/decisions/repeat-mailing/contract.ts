import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';
import { mailingRules } from '../../../lib/domain/mailing/rules.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/mailing',
  tag: 'Work',
  again: 'told',
  summary: 'Mail a result again that nobody has opened',
  description:
    'When the mailed address is over, came back or was closed by wrong answers, and the applicant asks for it at the counter. It goes to the ' +
    `address in the signed form, ${mailingRules.mailings} times in all; the work stays open, and the result may be handed over meanwhile.`,
  params: z.strictObject({ id: RequestId }),
  answer: RequestView,
  success: 200,
  refusals: [
    'work/unknown',
    'work/own-request',
    'work/away',
    'work/claimed',
    'work/other-task',
    'mailing/not-asked',
    'mailing/under-way',
    'mailing/too-many',
    'request/changed-meanwhile',
  ],
  examples: [{ summary: 'A result that nobody wanted mailed', answers: 409 }],
});
