import type { Officer } from '../../../../lib/domain/output/output.ts';
import type { ComplaintGround } from '../../../../lib/domain/complaint/procedure.ts';
import { departmentIn } from '../../../../lib/domain/calendar/calendar.ts';
import { answerComplaint, draftReply, fileComplaint } from '../../../../lib/domain/request/complaint/complaining.ts';
import type { ComplaintDraft, ComplaintReply } from '../../../../lib/domain/request/complaint/complaint.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { after, must } from './example.ts';
import { signedAnswer } from './queue-example.ts';

export const office = departmentIn('Asia/Almaty');
export const head: Officer = { account: 'head', name: 'Демо Әлия', position: 'mio-head', place: 'shymkent' };
export const filed = {
  id: '01KAH7M0000000000000000C01',
  number: 'SK-CO-2026-000001',
  ground: 'inaction',
  text: 'Никто не отвечает.',
} as const;

/** The applicant's word; the content tells one complaint from another. */
export const signedWord = (minutes: number, contentSha256 = 'c1'.repeat(32)) => ({
  ...signedAnswer(after(minutes)),
  contentSha256,
});

export const complained = (
  request: Request,
  minutes = 30,
  more: { readonly id?: string; readonly ground?: ComplaintGround } = {},
): Request => must(fileComplaint(request, { ...filed, ...more }, signedWord(minutes), office));

export const draft: ComplaintDraft = {
  outcome: 'upheld',
  text: 'Вам ответят сегодня.',
  number: 'SK-CO-2026-000001-00000000-0',
  formedAt: after(40).toISOString(),
  file: { key: 'reply', sha256: 'ef'.repeat(32), size: 1000, signer: head.account },
};
export const reply: ComplaintReply = {
  ...draft,
  signature: {
    ...{ key: 'signature', cmsSha256: 'aa'.repeat(32), reportKey: 'report', evidenceKey: 'evidence' },
    ...{ at: after(41).toISOString(), by: head },
  },
};
export const replied = (request: Request): Request =>
  must(answerComplaint(must(draftReply(request, filed.id, draft)), filed.id, reply, head));
