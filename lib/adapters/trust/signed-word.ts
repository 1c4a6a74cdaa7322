import type { Caller } from '../../domain/access/roles.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { Account } from '../../domain/identity/account.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/problem/problem.ts';
import type { FindService, ServiceCard } from '../../domain/regulation/cards.ts';
import { findAllowed, ifAllowed, refuseInterested } from '../../domain/request/access.ts';
import { actingIn } from '../../domain/request/acting.ts';
import { changeRequest, type Requests } from '../../domain/request/change.ts';
import type { SignedAnswer } from '../../domain/request/offer.ts';
import { recordRefusedAnswer } from '../../domain/request/queue/queue.ts';
import type { Request } from '../../domain/request/request.ts';
import { expectedOf } from '../../domain/request/signer.ts';
import { tellOfActing } from '../../domain/request/telling.ts';
import { checkSigned, type SignedNeeds } from './check-signed.ts';

/*
 * A word about a request that somebody signs: the consent to an offer, the way out of a queue, a complaint. The server makes the
 * bytes, shows them, and makes them again when the signature arrives.
 */

export interface OpenNeeds {
  readonly requests: Pick<Requests, 'find'>;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
}

export interface WordNeeds extends SignedNeeds, Pick<OpenNeeds, 'accounts'> {
  readonly requests: Requests;
  readonly findService: FindService;
}

/** The request, and whoever may say something about it. */
export interface Speaking {
  readonly request: Request;
  readonly caller: Caller;
  readonly account: Account;
  readonly may: (caller: Caller, request: Request) => boolean;
}

/** Refused to those who may not, and to employees about what concerns themselves. */
export async function speakAbout(
  id: string,
  caller: Caller,
  { requests, accounts }: OpenNeeds,
  may: Speaking['may'],
): Promise<Speaking | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await findAllowed(requests, id, caller, may);
  if (isRefusal(request)) return request;
  return refuseInterested(caller, account, request) ?? { request, caller, account, may };
}

/** The bytes to sign, as an answer of the API. */
export const showWord = (content: Uint8Array) => ({
  body: { content: Buffer.from(content).toString('base64'), sha256: sha256Hex(content) },
});

export interface SignedWord {
  readonly content: Uint8Array;
  /** Base64. */
  readonly cms: string;
  /** Where the word, its signature and the check of it are stored. */
  readonly folder: string;
  /** What it is about, in the history of a refused signature. */
  readonly offer?: string;
}

export interface Word extends SignedWord {
  /** What tells this word from others, in the notice to a visitor for whom an employee says it. */
  readonly once: string;
  readonly record: (request: Request, signed: SignedAnswer) => Request | Refusal;
}

/** Checks the EDS by the rules of a submission, and stores the word with the check. A refused signature is recorded as well. */
export async function checkWord(
  { request, caller, account }: Speaking,
  { content, cms, folder, offer }: SignedWord,
  needs: WordNeeds,
): Promise<SignedAnswer | Refusal> {
  const acting = actingIn(account, caller);
  const expected = expectedOf(account, caller, request);
  const checked = await checkSigned({ content, cms: Buffer.from(cms, 'base64'), expected, folder }, needs);
  if ('report' in checked) return { ...(await checked.keep()), ...acting };
  const recorded = await changeRequest(needs.requests, request.id, (current) =>
    recordRefusedAnswer(current, { ...acting, ...(offer !== undefined && { offer }) }, checked, needs.now),
  );
  await checked.keep(recorded);
  return checked.refusal;
}

/**
 * Checks a word and records it in the request; a visitor for whom an employee says it is told by the same write.
 *
 * @param said the word if it was checked before: then its signature is not checked again
 */
export async function takeWord(
  speaking: Speaking,
  word: Word,
  needs: WordNeeds,
  said?: SignedAnswer,
): Promise<Request | Refusal> {
  const { request: before, caller, may } = speaking;
  const service = needs.findService(before.service, before.regulationVersion);
  if (!service) return refuse('service/unknown');
  const signed = said ?? (await checkWord(speaking, word, needs));
  if (isRefusal(signed)) return signed;
  return changeRequest(
    needs.requests,
    before.id,
    ifAllowed(caller, may, (request) => tellVisitor(request, word.record(request, signed), service, signed, word.once)),
  );
}

/** What the journal is told when an employee says it for a visitor. */
export const saidFor = ({ role }: Caller) => (role === 'applicant' ? {} : { about: { unusual: 'answered' as const } });

function tellVisitor(
  before: Request,
  after: Request | Refusal,
  { title }: ServiceCard,
  { at, as }: SignedAnswer,
  once: string,
): Request | Refusal {
  if (as?.place === undefined) return after;
  return tellOfActing(before, after, { code: 'answered-for-you', place: as.place, service: title, once, at });
}
