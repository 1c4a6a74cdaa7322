import { mailingRules } from '../../mailing/rules.ts';
import type { Mailing } from '../../output/mailing.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { placeName } from '../../regulation/places.ts';
import type { Request } from '../request.ts';
import { record, takes, type Before } from '../states.ts';
import { whereOf } from '../where.ts';
import { changeMailing, endMailing, mailingsOf } from './mailing.ts';

/** What somebody answers who has the mailed address: the keyed hash of its secret, and the applicant's IIN. */
export interface Answered {
  readonly digest: string;
  readonly iin: string;
}

/** The request after an answer, and why the document is not given. A wrong answer is written: it counts. */
export interface Tried {
  readonly request: Request;
  readonly refusal?: Refusal;
}

const isOver = ({ state, until, openings, wrong }: Mailing, now: Date): boolean =>
  (state !== 'waiting' && state !== 'sent' && state !== 'opened') ||
  until === undefined ||
  Date.parse(until) <= now.getTime() ||
  openings >= mailingRules.openings ||
  wrong >= mailingRules.wrongAnswers;

/** Opens a mailed result: with the right IIN, within its time, some times. */
export function tryMailing(request: Request, { digest, iin }: Answered, now: Date): Tried {
  const mailing = mailingsOf(request).find((each) => each.digest === digest);
  if (!mailing || !takes('open-result', request)) return { request, refusal: refuse('mailing/unknown') };
  const over = () => refuse('mailing/over', { facts: { place: placeName(whereOf(request).code) } });
  if (isOver(mailing, now)) return { request, refusal: over() };
  if (iin === request.applicant.iin) return { request: opened(request, mailing, now) };
  const wrong = mailing.wrong + 1;
  const counted = changeMailing(request, mailing.no, (each) => ({ ...each, wrong }));
  const left = mailingRules.wrongAnswers - wrong;
  if (left > 0) return { request: counted, refusal: refuse('mailing/wrong-iin', { facts: { left } }) };
  return { request: endMailing(counted, mailing.no, 'shut', now), refusal: over() };
}

/** The first opening delivers the document: what waited at the counter is done, and the machine goes on. */
function opened(request: Before<'open-result'>, { no }: Mailing, now: Date): Request {
  const at = now.toISOString();
  const seen = changeMailing(request, no, (mailing) => ({
    ...{ ...mailing, state: 'opened', openings: mailing.openings + 1, openedAt: mailing.openedAt ?? at },
  }));
  const event = { at, code: 'result-opened', facts: { mailing: `${no}` } } as const;
  return record('open-result', finishWork(deliver(seen, at), at), event);
}

const deliver = <R extends Before<'open-result'>>(request: R, at: string): R =>
  request.output
    ? { ...request, output: { ...request.output, deliveredAt: request.output.deliveredAt ?? at } }
    : request;

/** Whoever has claimed the handing over has nothing to hand over any more. */
function finishWork<R extends Before<'open-result'>>(request: R, at: string): R {
  if (request.work?.task !== 'hand-over' || request.work.outcome) return request;
  const { claimedBy: _, ...work } = request.work;
  return { ...request, work: { ...work, outcome: 'done' }, pending: 'signal', pendingSince: at };
}
