import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import type { SendMail } from '../../../lib/adapters/mail/send-mail.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isLast, recordSending, sendable } from '../../../lib/domain/request/notify.ts';
import { tryAll } from './try-all.ts';

export interface AccountNeeds {
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
  readonly sendMail: SendMail;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Tells somebody what happened to their account. */
export async function sweepAccount(id: string, needs: AccountNeeds): Promise<void> {
  const account = await needs.accounts.find(id);
  if (!account) return;
  const { email, language, notices = [] } = account;
  await tryAll(sendable(notices, needs.now), async (told) => {
    const { id: notice, code, facts } = told;
    let sent = false;
    try {
      const mail = renderMail(code, facts, { first: language, cabinetUrl: needs.publicUrl });
      sent = email !== undefined && (await needs.sendMail(email, mail, notice));
    } finally {
      if (!sent && isLast(told)) logEvent('mail-lost', { account: id });
      await recordIn(id, notice, sent, needs);
    }
  });
}

const recordIn = (account: string, notice: Notice['id'], sent: boolean, { accounts }: AccountNeeds) =>
  accounts.change(account, (kept) => {
    const told = recordSending({ notices: kept.account.notices ?? [] }, notice, sent);
    return { ...kept, account: { ...kept.account, ...told } };
  });
