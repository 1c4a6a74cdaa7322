import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { NOTICE_TAG, noticeOfTag } from '../../lib/adapters/mail/notice-tag.ts';
import type { Client } from '../../lib/local/http/client.ts';
import { all, type Notice } from './audit.ts';

/** How many letters each notice had. */
function countLetters(inbox: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(inbox).filter((name) => name.endsWith('.eml'))) {
    const [, tag] =
      new RegExp(`^X-SES-MESSAGE-TAGS: ${NOTICE_TAG}=(.+)$`, 'm').exec(
        readFileSync(join(inbox, file), 'utf8').replaceAll('\r', ''),
      ) ?? [];
    if (tag !== undefined) counts.set(noticeOfTag(tag), (counts.get(noticeOfTag(tag)) ?? 0) + 1);
  }
  return counts;
}

/**
 * Waits until no notice waits to be mailed, and looks for the letters. One may go out twice: a platform that is killed after the mail
 * service took it, and before that is noted, sends it again.
 */
export async function checkLetters(applicant: Client, inbox: string, told: readonly string[], patience: number) {
  const sent: string[] = [];
  const faults: string[] = [];
  for (const id of told)
    for (const until = Date.now() + patience; ;) {
      const notices = await all<Notice>(applicant, 'notices', `request=${id}&`);
      const isPending = notices.some(({ email }) => email === 'pending');
      if (isPending && Date.now() < until) {
        await wait(1000);
        continue;
      }
      if (isPending) faults.push(`${id}: a notice waits to be mailed`);
      sent.push(...notices.filter(({ email }) => email === 'sent').map((notice) => notice.id));
      break;
    }
  const letters = countLetters(inbox);
  faults.push(...sent.filter((id) => !letters.has(id)).map((id) => `the letter of ${id} was lost`));
  return { faults, letters: sent.length, again: sent.filter((id) => (letters.get(id) ?? 0) > 1).length };
}
