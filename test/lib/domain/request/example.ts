import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { startDraft } from '../../../../lib/domain/request/draft/draft.ts';
import { isDraft, type DraftRequest, type Request } from '../../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { signableBytes, submit } from '../../../../lib/domain/request/submission/submission.ts';
import {
  assignNumber,
  confirmSubmission,
  createOutput,
  formOutput,
  openWork,
} from '../../../../lib/domain/request/rows/rows.ts';
import type { Performed } from '../../../../lib/domain/request/performed.ts';
import { noticeOf } from '../../../../lib/domain/request/notify.ts';
import { isRefusal, type Refusal } from '../../../../lib/domain/problem/problem.ts';
import type { Task } from '../../../../lib/domain/request/work.ts';
import type { Officer } from '../../../../lib/domain/output/output.ts';
import { accept, claim, decide, signOutput } from '../../../../lib/domain/request/work/officer.ts';

export const start = new Date('2026-11-23T05:00:00Z');
/** Minutes after the start of the example. */
export const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
export const at = (row: string, minutes: number): Performed => ({ row, at: after(minutes) });

export const serik: Officer = {
  account: 'officer-serik',
  name: 'Демо Серік',
  position: 'mio-officer',
  place: 'shymkent',
};
export const gulnar: Officer = {
  account: 'officer-gulnar',
  name: 'Демо Гүлнар',
  position: 'mio-officer',
  place: 'shymkent',
};

/** The transition's result; a refusal is a defect of the example. */
export function must(result: Request | Refusal): Request {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}

export const draft = (): DraftRequest =>
  startDraft(
    {
      id: '01KAH7M0000000000000000000',
      service: 'south-kazakhstan-unemployed-certificate',
      regulationVersion: findService('south-kazakhstan-unemployed-certificate', PRESENT)!.version,
      channel: 'portal',
      office: 'shymkent',
      paper: false,
      applicant: {
        account: 'applicant-azamat',
        iin: '900315300010',
        fullName: 'Демо Азамат',
        email: 'azamat@demo.example',
        language: 'kk',
      },
      form: { iin: '900315300010' },
    },
    start,
  );

export function submission(request: Request) {
  if (!isDraft(request)) throw new Error('only a draft is submitted');
  return {
    at: after(1).toISOString(),
    signerIin: request.applicant.iin,
    contentSha256: sha256Hex(signableBytes(request)),
    cmsSha256: 'ab'.repeat(32),
    contentKey: 'content',
    cmsKey: 'cms',
    reportKey: 'report',
    evidenceKey: 'evidence',
  };
}

export const submitted = (): Request => must(submit(draft(), submission(draft())));

export function numbered(): Request {
  const confirmed = confirmSubmission(submitted(), at('01-pep-confirm-submission', 2));
  const row = at('03-is-mio-number-request', 3);
  const number = 'SK-UC-2026-000001';
  return assignNumber(
    confirmed,
    row,
    number,
    { dueAt: after(60).toISOString() },
    noticeOf(confirmed, row, 'request-received', { number }),
  );
}

/** A request on which a people's row waits with the given token. */
export const opened = (request: Request, row: string, task: Task, token = 'token-1'): Request =>
  openWork(request, at(row, 4), { task, by: 'mio', dueAt: after(14).toISOString(), token });

export const accepted = (): Request =>
  must(accept(must(claim(opened(numbered(), '05-mio-accept', 'accept'), serik, after(5))), serik, after(6)));

export function decided(): Request {
  const working = must(claim(opened(accepted(), '06-mio-decide', 'decide', 'token-2'), serik, after(7)));
  return must(
    decide(working, { outcome: 'approved', at: after(8).toISOString(), by: serik, fields: {} }, serik, after(8)),
  );
}

export const created = (): Request =>
  createOutput(
    formOutput(decided(), at('07-is-mio-form-output', 9), 'SK-UC-2026-000001-0'),
    at('11-mio-create-output', 10),
    {
      key: 'pdf',
      sha256: 'cd'.repeat(32),
      size: 1000,
    },
  );

/** Signed, but not delivered to anybody. */
export const signed = (): Request =>
  must(
    signOutput(
      must(claim(opened(created(), '12-mio-sign', 'sign', 'token-3'), serik, after(11))),
      {
        ...{ key: 'signature', cmsSha256: 'aa'.repeat(32), reportKey: 'report', evidenceKey: 'evidence' },
        ...{ at: after(12).toISOString(), by: serik },
      },
      serik,
      after(12),
    ),
  );
