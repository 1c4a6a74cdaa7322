import { listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import type { SendMail } from '../../../lib/adapters/mail/send-mail.ts';
import { accountErasure, type Account } from '../../../lib/domain/identity/account.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isLast, recordSending, sendable } from '../../../lib/domain/request/notify.ts';
import { isSubmitted } from '../../../lib/domain/request/request.ts';
import { tryAll } from './try-all.ts';

export interface AccountNeeds {
  readonly accounts: Pick<Accounts, 'find' | 'findByIin' | 'listStaff' | 'change' | 'erase'>;
  readonly requests: Pick<RequestTable, 'listByApplicant'>;
  readonly sendMail: SendMail;
  readonly publicUrl: string;
  readonly now: Date;
}

/** Tells somebody what happened to their account, or erases one whose term is over. */
export async function sweepAccount(id: string, needs: AccountNeeds): Promise<unknown> {
  const account = await needs.accounts.find(id);
  if (!account) return;
  const isDue = (of: Account) => (accountErasure(of)?.getTime() ?? Infinity) <= needs.now.getTime();
  if (isDue(account)) return erase(account, isDue, needs);
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

/**
 * An account at the end of its term goes, unless something was submitted under it: that belongs to whoever proves the IIN,
 * and finds it by the account's id. Then its term begins anew.
 */
async function erase(account: Account, isDue: (of: Account) => boolean, { accounts, requests, now }: AccountNeeds) {
  const { id } = account;
  const submitted = await listNewest((page) => requests.listByApplicant(id, page), isSubmitted);
  if (submitted.length === 0) {
    logEvent('erased', { account: id });
    return accounts.erase(account, isDue);
  }
  await accounts.change(id, (kept) => ({ ...kept, account: { ...kept.account, keptFrom: now.toISOString() } }));
}
