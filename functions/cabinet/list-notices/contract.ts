import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { NoticeCode } from '../../../lib/domain/notice/codes.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';

export const contract = endpoint({
  route: 'GET /notices',
  tag: 'Requests',
  summary: '«Уведомления»: what was announced about own requests',
  description: 'A page holds the notices of `limit` requests, newest request first; within it the newest notice first.',
  query: z.strictObject(pageQuery('notices')),
  answer: z.object({
    notices: z.array(
      z
        .object({
          id: z.string(),
          request: z.string(),
          number: z.string().optional(),
          at: z.string().meta({ format: 'date-time' }),
          code: NoticeCode,
          subject: z.string(),
          text: z.string(),
        })
        .meta({ id: 'Notice' }),
    ),
    next: nextPage,
  }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first page', answers: 200 }],
});
