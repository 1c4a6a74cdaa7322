import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { Account } from './account.ts';
import { Email } from './email.ts';

/** How long a mailed code works, how many wrong ones are answered, and how many letters go out in a day. */
export const codeRules = { minutes: 15, wrong: 5, letters: 5 } as const;

/** An address that nobody has proved to read yet: nothing but codes goes there. */
export const AskedEmail = z.strictObject({
  email: Email,
  /** Of the last code, once it was mailed: its keyed hash, and until when it works. */
  digest: z.string().optional(),
  until: Instant.optional(),
  /** Wrong codes since then. */
  wrong: z.int().nonnegative(),
});

/** Letters with codes on a day, so that nobody has others flooded. */
export const CodeLetters = z.strictObject({ day: z.iso.date(), sent: z.int().positive() });

/**
 * The account with another wanted address, for which a code is to be mailed; with its own one, or none, nothing is asked any more.
 * While the code that was asked for still works, or its letter has not gone, the same address again changes nothing.
 */
export function wantEmail(account: Account, email: string | undefined, now: Date): Account | Refusal {
  const { askedEmail: _, ...kept } = account;
  if (email === undefined) {
    const { email: __, ...without } = kept;
    return without;
  }
  if (email === account.email) return kept;
  const asked = account.askedEmail;
  const works = asked?.until === undefined || Date.parse(asked.until) > now.getTime();
  if (asked?.email === email && works && asked.wrong < codeRules.wrong) return account;
  const day = now.toISOString().slice(0, 10);
  const sent = account.codeLetters?.day === day ? account.codeLetters.sent : 0;
  if (sent >= codeRules.letters) return refuse('email/too-many', { facts: { most: `${codeRules.letters}` } });
  return { ...account, askedEmail: { email, wrong: 0 }, codeLetters: { day, sent: sent + 1 } };
}

/** Before the letter goes out: its code works from now on, and one of an attempt before does not. */
export function armCode(account: Account, email: string, digest: string, now: Date): Account {
  if (account.askedEmail?.email !== email) return account;
  const until = new Date(now.getTime() + codeRules.minutes * 60_000).toISOString();
  return { ...account, askedEmail: { email, digest, until, wrong: 0 } };
}

/** A typed code: the right one makes the address the account's own. A wrong one is counted. */
export function tryCode(account: Account, digest: string, now: Date): { account: Account; refusal?: Refusal } {
  const { askedEmail, ...kept } = account;
  if (!askedEmail) return { account, refusal: refuse('email/not-asked') };
  const { digest: right, until, wrong, email } = askedEmail;
  const isOver = right === undefined || until === undefined || Date.parse(until) <= now.getTime();
  if (isOver || wrong >= codeRules.wrong) return { account, refusal: refuse('email/code-over') };
  if (digest === right) return { account: { ...kept, email } };
  return {
    account: { ...account, askedEmail: { ...askedEmail, wrong: wrong + 1 } },
    refusal: refuse('email/wrong-code', { facts: { left: `${codeRules.wrong - wrong - 1}` } }),
  };
}
