import { NOTICE_ATTEMPTS } from '../../lib/adapters/dynamo/request-keys.ts';
import type { Accounts } from '../../lib/adapters/identity/accounts.ts';
import { logFailure } from '../../lib/adapters/log.ts';
import type { SendMail } from '../../lib/adapters/mail/send-mail.ts';
import type { Account } from '../../lib/domain/identity/account.ts';
import { renderMail } from '../../lib/domain/notice/mail.ts';
import { recordSending } from '../../lib/domain/request/notify.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'listDue' | 'change'>;
  readonly sendMail: SendMail;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Tells people what happened to their accounts. Answers how many accounts were due, and how many failed. */
export async function sweepAccounts(needs: Needs, limit: number): Promise<{ due: number; failed: number }> {
  const due = await needs.accounts.listDue(needs.now, limit);
  let failed = 0;
  for (const account of due) {
    try {
      await tell(account, needs);
    } catch (error) {
      failed += 1;
      logFailure(account.id, error);
    }
  }
  return { due: due.length, failed };
}

async function tell({ id, email, language, notices = [] }: Account, { accounts, sendMail, publicUrl }: Needs) {
  for (const notice of notices.filter((each) => each.email === 'pending')) {
    const mail = renderMail(notice.code, notice.facts, { first: language, cabinetUrl: publicUrl });
    const sent = email !== undefined && (await sendMail(email, mail, notice.id));
    await accounts.change(id, (kept) => {
      const told = recordSending({ notices: kept.account.notices ?? [] }, notice.id, sent, NOTICE_ATTEMPTS);
      return { ...kept, account: { ...kept.account, ...told } };
    });
  }
}
