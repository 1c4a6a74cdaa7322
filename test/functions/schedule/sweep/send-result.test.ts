import { beforeEach, expect, it } from '@jest/globals';
import { sendResult } from '../../../../functions/schedule/sweep/send-result.ts';
import type { Mail } from '../../../../lib/domain/notice/mail.ts';
import { claim, finish } from '../../../../lib/domain/request/work/officer.ts';
import { mailingsOf } from '../../../../lib/domain/request/mailing/mailing.ts';
import { tryMailing } from '../../../../lib/domain/request/mailing/open.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { recipient } from '../../../flows/scene.ts';
import { after, must, serik } from '../../../lib/domain/request/example.ts';
import { address, begun } from '../../../lib/domain/request/mailing-example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';

let mails: (readonly [to: string, mail: Mail])[];
let isRefusedByMail: boolean;
let secrets: number;
beforeEach(() => {
  mails = [];
  isRefusedByMail = false;
  secrets = 0;
});

async function send(
  request: Request,
  before: (requests: ReturnType<typeof memoryRequests>) => Promise<unknown> = async () => 0,
) {
  const requests = memoryRequests(request);
  const needs = {
    ...{ requests, publicUrl: 'https://a.example', now: after(15) },
    newSecret: () => `${(secrets += 1)}`.repeat(43),
    digestOf: async (secret: string) => (await before(requests), `digest of ${secret}`),
    sendMail: async (to: string, mail: Mail) => (mails.push([to, mail]), !isRefusedByMail),
  };
  await sendResult(request, request.notices.at(-1)!, needs);
  return (await requests.find(request.id))!;
}

it('the address goes to whom the form names, and opens the document; nobody keeps its secret', async () => {
  const sent = await send(begun());
  const [[to, { subject, text, html }]] = mails as [(typeof mails)[0]];
  expect(to).toBe(address);
  const link = `https://a.example/app/result#${sent.id}.${'1'.repeat(43)}`;
  expect(text.split(link)).toHaveLength(3);
  expect(html.split(`href="${link}"`)).toHaveLength(3);
  expect(JSON.stringify(sent)).not.toContain(`"${'1'.repeat(43)}"`);
  const { iin, fullName } = sent.applicant;
  for (const personal of [iin, fullName, 'справ', 'анықтама', 'SK-UC-2026-000001-0'])
    expect(`${subject}${text}${html}`).not.toContain(personal);
  expect(sent.events.at(-1)?.code).toBe('result-mailed');
  expect(sent.notices.at(-1)?.email).toBe('sent');
  expect(tryMailing(sent, { digest: `digest of ${'1'.repeat(43)}`, iin }, after(16)).refusal).toBeUndefined();
});

it('a mail that is tried again has another secret, and only the last one opens', async () => {
  isRefusedByMail = true;
  const waiting = await send(begun());
  expect(waiting.notices.at(-1)).toMatchObject({ email: 'pending', attempts: 1 });
  isRefusedByMail = false;
  const sent = await send(waiting);
  const iin = sent.applicant.iin;
  const tried = (no: number) => tryMailing(sent, { digest: `digest of ${`${no}`.repeat(43)}`, iin }, after(16)).refusal;
  expect([tried(1)?.refused, tried(2)]).toEqual(['mailing/unknown', undefined]);
});

it('a mail that nobody takes for days is lost, and the applicant is told where the result waits', async () => {
  isRefusedByMail = true;
  const [notice] = begun().notices;
  const lost = await send({ ...begun(), notices: [{ ...notice!, attempts: 24 }] });
  expect(mailingsOf(lost)[0]?.state).toBe('lost');
  expect(lost.notices.map(({ code, email }) => [code, email])).toEqual([
    ['result-mailed', 'failed'],
    ['result-unmailed', 'pending'],
  ]);
});

it('what was handed over meanwhile is not mailed any more', async () => {
  const handed = must(finish(must(claim(begun(), serik, after(14))), { recipient }, serik, after(14)));
  const dropped = await send(handed);
  expect(mails).toEqual([]);
  expect(dropped.notices[0]?.email).toBe('none');
});
