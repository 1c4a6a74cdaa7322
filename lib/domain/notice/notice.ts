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
  /**
   * `none`: there was no address. `failed`: the mail service did not accept the mail for days. `returned`: it accepted
   * the mail, but the mail came back, or its reader marked it as unwanted.
   */
  email: z.enum(['none', 'pending', 'sent', 'failed', 'returned']),
  attempts: z.int().nonnegative(),
  /** Since when it is sent again; its attempts count from then. */
  againAt: z.iso.datetime().optional(),
});
export type Notice = z.infer<typeof Notice>;
