import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';
import { correctionRules } from '../../../lib/domain/correction/rules.ts';
import { Correction, correctionRefusals } from '../../../lib/domain/request/correction/statement.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/correction',
  tag: 'Work',
  again: 'same',
  summary: 'Withdraw an issued document by a signed word, or have another one made in its place',
  description:
    'By the head of the office that signed it, or an officer with the head’s mandate. The public register says since when, on which ground ' +
    'and by which office; `text` is for the applicant, who is told. `correct`: the request is decided anew within the terms that begin ' +
    `today, and the new document names this one; ${correctionRules.most} times for a request, also after \`withdraw\`. Sent again, it ` +
    'changes nothing. Documents of a queue are neither withdrawn nor corrected.',
  params: z.object({ id: RequestId }),
  body: Correction.extend({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    ...correctionRefusals,
    'service/unknown',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
  ],
  examples: [
    {
      summary: 'Bytes that are no CMS',
      body: { way: 'withdraw', ground: 'court', text: 'По решению суда от 3 ноября.', cms: 'MAA=' },
      answers: 422,
    },
    {
      summary: 'The signed word (cut short here)',
      body: { way: 'correct', ground: 'slip', text: 'В фамилии пропущена буква.', cms: shortenedCms },
      answers: 200,
    },
  ],
});
