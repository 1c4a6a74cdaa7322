import type { Digest } from '../../../lib/adapters/dynamo/table-secret.ts';
import { listNewest } from '../../../lib/adapters/dynamo/fill-page.ts';
import type { RequestTable } from '../../../lib/adapters/dynamo/requests.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import type { SendMail } from '../../../lib/adapters/mail/send-mail.ts';
import { codeDigest } from '../../../lib/adapters/identity/code-digest.ts';
import { armCode } from '../../../lib/domain/identity/asked-email.ts';
import { accountErasure, type Account } from '../../../lib/domain/identity/account.ts';
import { renderMail } from '../../../lib/domain/notice/mail.ts';
import type { Notice } from '../../../lib/domain/notice/notice.ts';
import { isLast, recordSending, sendable } from '../../../lib/domain/request/notify.ts';
import { isSent } from '../../../lib/domain/request/line.ts';
import { tryAll } from './try-all.ts';

export interface AccountNeeds {
  readonly accounts: Pick<Accounts, 'find' | 'findByIin' | 'listPeople' | 'change' | 'erase' | 'absencesAt'>;
  readonly requests: Pick<RequestTable, 'listByApplicant' | 'listByFiler'>;
  readonly sendMail: SendMail;
  /** The keyed hash of a code that confirms an address, and such codes. */
  readonly codeDigestOf: Digest;
  readonly newCode: () => string;
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
    if (told.code === 'email-code') return sendCode(account, told, needs);
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

/** Mails the code that confirms an address. It is made here, and only its keyed hash is kept, before the mail goes out. */
async function sendCode({ id, language, askedEmail }: Account, told: Notice, needs: AccountNeeds): Promise<void> {
  const { accounts, codeDigestOf, newCode, sendMail, publicUrl, now } = needs;
  let sent = false;
  try {
    if (!askedEmail) return;
    const { email } = askedEmail;
    const code = newCode();
    const digest = await codeDigest(codeDigestOf, id, email, code);
    await accounts.change(id, (kept) => ({ ...kept, account: armCode(kept.account, email, digest, now) }));
    const mail = renderMail(told.code, { code }, { first: language, cabinetUrl: publicUrl });
    sent = await sendMail(email, mail, told.id);
  } finally {
    if (!sent && isLast(told)) logEvent('mail-lost', { account: id });
    await recordIn(id, told.id, sent, needs);
  }
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
  const submitted = await listNewest((page) => requests.listByApplicant(id, page), isSent);
  const filed = await requests.listByFiler(id, { limit: 1 });
  if (submitted.length === 0 && filed.lines.length === 0) {
    logEvent('erased', { account: id });
    return accounts.erase(account, isDue);
  }
  await accounts.change(id, (kept) => ({ ...kept, account: { ...kept.account, keptFrom: now.toISOString() } }));
}
