import * as z from 'zod';
import { NoticeCode } from './codes.ts';

/**
 * A notice of the cabinet («Уведомления»), written into the request together with its cause. The e-mail follows, at
 * least once. `code` names its text in lib/domain/notice.
 */
export const Notice = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  code: NoticeCode,
  facts: z.record(z.string(), z.string()),
  email: z.enum(['none', 'pending', 'sent', 'failed']),
  attempts: z.int().nonnegative(),
});
export type Notice = z.infer<typeof Notice>;
