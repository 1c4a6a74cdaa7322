import type { DueTime } from '../../calendar/calendar.ts';
import { correctionRules, withdrawalWords, type CorrectionWay } from '../../correction/rules.ts';
import { signedOf, type Output } from '../../output/output.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { decideAgain } from '../decide-again.ts';
import { withdrawMailings } from '../mailing/mailing.ts';
import { noticeOf } from '../notify.ts';
import type { SignedAnswer } from '../offer.ts';
import { isDecided, isNumbered, type Request, type RequestIn, type Withdrawn } from '../request.ts';
import { record, takes } from '../states.ts';
import type { Correction } from './statement.ts';

interface Said extends Correction {
  readonly signed: SignedAnswer;
  /** Of the next run, if there is to be one. */
  readonly due: DueTime;
}

/** Signed, and waits to be collected. */
const waits = (request: Request): request is RequestIn<'decided'> =>
  request.state === 'decided' &&
  request.output?.kind === 'certificate' &&
  signedOf(request.output) !== undefined &&
  request.work?.task === 'hand-over' &&
  !request.work.outcome;

/** Whether the document of this request may be withdrawn, or corrected: only one that stands, and nothing of a queue. */
export function refuseCorrection(request: Request, way: CorrectionWay): Refusal | undefined {
  if (('queue' in request && request.queue) || ('child' in request && request.child)) return refuse('correction/queue');
  if (way === 'withdraw') {
    if (request.state === 'withdrawn') return refuse('correction/withdrawn');
    return request.state === 'issued' || waits(request) ? undefined : refuse('correction/not-issued');
  }
  if (!takes('correct-output', request)) return refuse('correction/not-issued');
  // Its machine still goes to its end.
  if (request.pending === 'signal') return refuse('request/changed-meanwhile');
  if (request.scansErasedAt !== undefined) return refuse('correction/too-late');
  const { most } = correctionRules;
  const times = request.events.filter(({ code }) => code === 'correction-begun').length;
  return times >= most ? refuse('correction/too-many', { facts: { most } }) : undefined;
}

/** The document that a word is about: the present one, or in a run that corrects the one that it replaces. */
export function correctable(request: Request): Output | undefined {
  const present = isDecided(request) ? request.output : undefined;
  return present ?? (isNumbered(request) ? request.earlier?.at(-1)?.output : undefined);
}

/** Whether this word was taken before: sent again, it changes nothing. */
export function wasSaid(request: Request, sha256: string): boolean {
  const present = request.state === 'withdrawn' ? [request.withdrawn] : [];
  const before = isNumbered(request) ? (request.earlier ?? []).flatMap(({ withdrawn }) => withdrawn ?? []) : [];
  return [...present, ...before].some(({ signed, corrected }) =>
    [signed, corrected].some((word) => word?.contentSha256 === sha256),
  );
}

/** The document is valid no more, or another one is made in its place; the applicant is told. The caller has checked who says so. */
export function correct(request: Request, said: Said): Request | Refusal {
  if (wasSaid(request, said.signed.contentSha256)) return request;
  const refused = refuseCorrection(request, said.way);
  if (refused) return refused;
  return said.way === 'withdraw' ? withdrawOutput(request, said) : makeAnother(request, said);
}

function withdrawOutput(request: Request, said: Said): Request | Refusal {
  if (!takes('withdraw-output', request) || !request.output) return refuse('correction/not-issued');
  const { at } = said.signed;
  const { output, work, state: _, ...kept } = withdrawMailings(request);
  const isDone = work ? ({ pending: 'signal', work: { ...work, outcome: 'done' } } as const) : undefined;
  const withdrawn: RequestIn<'withdrawn'> = {
    ...{ ...kept, ...(isDone ?? { pending: 'record' }), pendingSince: at, output: output ?? request.output },
    ...{ state: 'withdrawn', closedAt: at, withdrawn: wordOf(said) },
  };
  return record('withdraw-output', withdrawn, eventOf(request.output, said, 'output-withdrawn'), told(request, said));
}

function makeAnother(request: Request, said: Said): Request | Refusal {
  if (!takes('correct-output', request)) return refuse('correction/not-issued');
  const { signed, due } = said;
  const withdrawn = request.state === 'withdrawn' ? { ...request.withdrawn, corrected: signed } : wordOf(said);
  const again = decideAgain(request, signed.at, due, withdrawn);
  return record('correct-output', again, eventOf(request.output, said, 'correction-begun'), told(request, said));
}

const wordOf = ({ ground, text, signed }: Said): Withdrawn => ({ at: signed.at, ground, text, signed });

const eventOf = <Code extends string>({ number }: Output, { ground, signed }: Said, code: Code) => ({
  ...{ at: signed.at, code, by: signed.by, ...(signed.as && { as: signed.as }) },
  facts: { document: number, ground },
});

/** The explanation stands in the cabinet, not in a mail. */
function told(request: RequestIn<'decided' | 'issued' | 'withdrawn'>, { way, ground, signed, due }: Said) {
  const { kk: groundKk, ru: groundRu } = withdrawalWords[ground];
  const code = way === 'withdraw' ? 'output-withdrawn' : 'output-corrected';
  const document = request.output?.number ?? '';
  return noticeOf(request, { row: 'correction', at: new Date(signed.at) }, code, {
    ...{ number: request.number, document, groundKk, groundRu },
    ...(way === 'correct' && due),
  });
}
