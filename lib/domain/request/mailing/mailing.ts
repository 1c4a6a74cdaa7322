import { Email } from '../../identity/email.ts';
import { mailingRules } from '../../mailing/rules.ts';
import type { Notice } from '../../notice/notice.ts';
import type { Mailing, MailingEnd } from '../../output/mailing.ts';
import { signedOf, type Officer } from '../../output/output.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { findService } from '../../regulation/cards.ts';
import { placeName } from '../../regulation/places.ts';
import { tell } from '../history.ts';
import { noticeOf } from '../notify.ts';
import type { Performed } from '../performed.ts';
import { isDecided, isNumbered, type DecidedRequest, type Request } from '../request.ts';
import { record, takes } from '../states.ts';
import { whereOf } from '../where.ts';

const HOUR_MS = 3_600_000;

/** Where the applicant wants the result mailed; undefined if the channel does not mail, or they did not ask for it. */
export function mailAddressOf({
  service,
  regulationVersion,
  channel,
  form,
  typedAddress,
}: Request): string | undefined {
  if (typedAddress?.disownedAt !== undefined) return undefined;
  const card = findService(service, regulationVersion);
  const field = card?.channels.find((each) => each.channel === channel)?.mailed;
  const typed = field === undefined ? '' : (form[field] ?? '');
  return typed === '' ? undefined : Email.safeParse(typed).data;
}

/** How the present document was mailed, the first time first. */
export const mailingsOf = (request: Request): readonly Mailing[] =>
  (isDecided(request) && request.output?.mailings) || [];

/** A signed result whose handing over begins is due to be mailed if its applicant asked for that; once for each document. */
export function beginMailing(request: Request, { row, at }: Performed): Request {
  if (!isDecided(request) || !signedOf(request.output) || mailingsOf(request).length > 0) return request;
  return mailAddressOf(request) === undefined ? request : addMailing(request, { row, at });
}

/** The mail is a notice, so that it is sent as one is: tried again for days, and known when it comes back. */
function addMailing<R extends DecidedRequest>(request: R, { row, at }: Performed): R {
  const mailings = mailingsOf(request);
  const no = mailings.length + 1;
  const facts = { number: request.number, hours: `${mailingRules.hours}`, place: placeOf(request) };
  const { email: _, ...notice } = noticeOf(request, { row: `${row}-${no}`, at }, 'result-mailed', facts);
  const asked = { no, notice: notice.id, askedAt: at.toISOString(), state: 'waiting', openings: 0, wrong: 0 } as const;
  return {
    ...withMailings(request, [...mailings, asked]),
    notices: tell(request.notices, { ...notice, email: 'pending' }),
  };
}

const placeOf = (request: Request) => placeName(whereOf(request).code);

const withMailings = <R extends DecidedRequest>(request: R, mailings: readonly Mailing[]): R =>
  request.output ? { ...request, output: { ...request.output, mailings: [...mailings] } } : request;

/** The request with one mailing changed, if its present document has it. */
export function changeMailing<R extends Request>(request: R, no: number, how: (mailing: Mailing) => Mailing): R {
  const mailings = mailingsOf(request);
  return isDecided(request) && mailings.some((each) => each.no === no)
    ? withMailings(
        request,
        mailings.map((each) => (each.no === no ? how(each) : each)),
      )
    : request;
}

/** Which mailing of the present document a notice is; undefined for other notices, and for documents of earlier runs. */
export const mailingIn = (request: Request, { id }: Pick<Notice, 'id'>): Mailing | undefined =>
  mailingsOf(request).find(({ notice }) => notice === id);

/** Before the mail goes out: its address opens the document from now on. The address of an attempt before opens nothing more. */
export const armMailing = (request: Request, no: number, digest: string, now: Date): Request =>
  changeMailing(request, no, (mailing) =>
    mailing.state === 'waiting'
      ? { ...mailing, digest, until: new Date(now.getTime() + mailingRules.hours * HOUR_MS).toISOString() }
      : mailing,
  );

/** It was handed over before the mail could go: the notice is mailed no more, and the cabinet still shows it. */
export function dropMailing(request: Request, { id }: Notice): Request {
  return {
    ...request,
    notices: request.notices.map((notice) => (notice.id === id ? { ...notice, email: 'none' as const } : notice)),
  };
}

/** A result that was handed over is not mailed any more, if no mail has gone yet. */
export const forgetWaiting = <R extends DecidedRequest>(request: R): R =>
  withMailings(
    request,
    mailingsOf(request).filter(({ state }) => state !== 'waiting'),
  );

/** A document that is valid no more is not mailed, and an address that was mailed opens nothing. */
export const withdrawMailings = <R extends DecidedRequest>(request: R): R =>
  mailingsOf(request)
    .filter(({ state }) => state === 'waiting' || state === 'sent')
    .reduce((current, { no }) => changeMailing(current, no, (each) => ({ ...each, state: 'withdrawn' })), request);

/** The mail service has accepted it. */
export function recordMailed(request: Request, no: number, now: Date): Request {
  const mailing = mailingsOf(request).find((each) => each.no === no);
  if (!mailing || mailing.sentAt !== undefined || !takes('mail-result', request)) return request;
  const at = now.toISOString();
  const sent = changeMailing(request, no, (each) => ({
    ...each,
    sentAt: at,
    state: each.state === 'waiting' ? 'sent' : each.state,
  }));
  return record('mail-result', sent, { at, code: 'result-mailed', facts: { mailing: `${no}` } });
}

const endedAs = {
  expired: 'mailing-expired',
  returned: 'mailing-returned',
  lost: 'mailing-lost',
  shut: 'mailing-shut',
  disowned: 'mailing-disowned',
} as const;

/** The address opens nothing any more, and nobody has opened it: the applicant is told where the result waits. */
export function endMailing(request: Request, no: number, because: MailingEnd, now: Date): Request {
  const mailing = mailingsOf(request).find((each) => each.no === no);
  if (!takes('end-mailing', request) || (mailing?.state !== 'waiting' && mailing?.state !== 'sent')) return request;
  const at = now.toISOString();
  const facts = { number: request.number, place: placeOf(request) };
  const notice = noticeOf(request, { row: `mailing-${no}`, at: now }, 'result-unmailed', facts);
  const event = { at, code: endedAs[because], facts: { mailing: `${no}` } };
  // Whoever has collected it meanwhile waits for nothing.
  const isCollected = request.output?.handedTo !== undefined;
  const ended = changeMailing(request, no, (each) => ({ ...each, state: because }));
  return record('end-mailing', ended, event, isCollected ? undefined : notice);
}

/** When the first address that nobody has opened is over, in epoch milliseconds. */
export function mailingOverAt(request: Request): number | undefined {
  const ends = mailingsOf(request).flatMap(({ state, until }) =>
    state === 'sent' && until ? [Date.parse(until)] : [],
  );
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Ends every address that nobody has opened in time. */
export const expireMailings = (request: Request, now: Date): Request =>
  mailingsOf(request)
    .filter(({ state, until }) => state === 'sent' && until !== undefined && Date.parse(until) <= now.getTime())
    .reduce((current, { no }) => endMailing(current, no, 'expired', now), request);

/** Whether the result is on its way by mail: nobody need be called because it waits at the counter. */
export const isOnItsWay = (request: Request, now: Date): boolean =>
  mailingsOf(request).some(
    ({ state, until }) => state === 'waiting' || (state === 'sent' && Date.parse(until ?? '') > now.getTime()),
  );

/** An employee has a result mailed again that nobody has opened, to the same address, a few times in all. */
export function repeatMailing(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (!isNumbered(request) || !request.work || request.work.outcome) return refuse('work/unknown');
  const { task, row, claimedBy } = request.work;
  if (task !== 'hand-over' || !takes('repeat-mailing', request)) return refuse('work/other-task', { facts: { task } });
  if (claimedBy && claimedBy.account !== officer.account)
    return refuse('work/claimed', { facts: { by: claimedBy.name } });
  if (mailAddressOf(request) === undefined) return refuse('mailing/not-asked');
  if (isOnItsWay(request, now)) return refuse('mailing/under-way');
  const most = mailingRules.mailings;
  if (mailingsOf(request).length >= most) return refuse('mailing/too-many', { facts: { most } });
  const { account: by, name, position: role, place } = officer;
  const as = { role, name, ...(place !== undefined && { place }) };
  return record('repeat-mailing', addMailing(request, { row, at: now }), {
    ...{ at: now.toISOString(), code: 'mailing-repeated', row, by, as },
  });
}
