import { expect, it } from '@jest/globals';
import { sendFirstLetter } from '../../../../functions/schedule/sweep/send-first-letter.ts';
import type { Mail } from '../../../../lib/domain/notice/mail.ts';
import { disown } from '../../../../lib/domain/request/address/typed-address.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, must, numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';

const filedBy = { account: 'operator', iin: '850101300015', place: 'con' };
const filed = (): Request => ({ ...numbered(), filedBy });

async function send(request: Request, before?: (now: Request) => Request) {
  const requests = memoryRequests(request);
  const mails: (readonly [string, Mail])[] = [];
  const needs = {
    ...{ requests, publicUrl: 'https://a.example', now: after(2), newSecret: () => '1'.repeat(43) },
    digestOf: async (secret: string) => {
      if (before) await requests.replace({ ...before(request), version: request.version + 1 }, request);
      return `digest of ${secret}`;
    },
    sendMail: async (to: string, mail: Mail) => (mails.push([to, mail]), true),
  };
  await sendFirstLetter(request, request.notices[0]!, needs);
  return { mails, request: (await requests.find(request.id))! };
}

it('the letter has the number and the link in both languages, and nothing of whom or what it is about', async () => {
  const { mails, request } = await send(filed());
  const [[to, { subject, text, html }]] = mails as [(typeof mails)[0]];
  expect(to).toBe(filed().applicant.email);
  const link = `https://a.example/app/not-mine#${request.id}.${'1'.repeat(43)}`;
  expect([text.split(link).length, html.split(`href="${link}"`).length]).toEqual([3, 3]);
  expect(text).toContain('number' in request ? request.number : '');
  const { iin, fullName } = request.applicant;
  for (const private_ of [iin, fullName, 'справ', 'анықтама'])
    expect(`${subject}${text}${html}`.toLowerCase()).not.toContain(private_.toLowerCase());
  expect(request.notices[0]?.email).toBe('sent');
  expect(JSON.stringify(request)).not.toContain(`"${'1'.repeat(43)}"`);
  expect(must(disown(request, `digest of ${'1'.repeat(43)}`, after(3))).applicant.email).toBeUndefined();
});

it('no letter goes where the address has been disowned meanwhile', async () => {
  const { mails } = await send(filed(), (now) => {
    const { email: _, ...applicant } = now.applicant;
    return { ...now, applicant };
  });
  expect(mails).toEqual([]);
});
