import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Notice } from '../../../lib/domain/notice/notice.ts';
import { NoticeCode } from '../../../lib/domain/notice/codes.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';

export const contract = endpoint({
  route: 'GET /notices',
  tag: 'Requests',
  summary: '«Уведомления»: what was announced about own requests, and what employees did in your name',
  description:
    'By time, the newest first, whichever request it is about: of the 1000 newest requests, and the last 40 of each. ' +
    'What is announced between two pages shifts neither. Unread is what came after the moment of `PUT /notices/read`.',
  query: z.strictObject({
    request: RequestId.optional().meta({ description: 'Only what was announced about this one' }),
    ...momentQuery('notices'),
  }),
  answer: z.object({
    notices: z.array(
      z
        .object({
          id: z.string(),
          request: z.string().optional().meta({ description: 'Absent of what an employee filed in your name' }),
          number: z.string().optional(),
          at: z.string().meta({ format: 'date-time' }),
          code: NoticeCode,
          subject: z.string(),
          text: z.string(),
          unread: z.boolean(),
          email: Notice.shape.email.meta({
            description: 'What became of the e-mail: `failed` and `returned` did not reach the address',
          }),
        })
        .meta({ id: 'Notice' }),
    ),
    unread: z.int().meta({ description: 'How many of all these are unread, also those on other pages' }),
    next: nextPage,
  }),
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'The first page', answers: 200 }],
});
