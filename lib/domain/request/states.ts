import type { Notice } from '../notice/notice.ts';
import type { Event, EventCode } from './event.ts';
import { append } from './history.ts';
import type { Request, RequestIn, RequestState } from './request.ts';

/**
 * Who gives a command: the applicant alone, whoever reads the letters about the request (`addressee`), or also the employee who files for a visitor (`filer`); whoever may answer an offer
 * (`answerer`); an employee whose work it is (`worker`) or who decides for the office (`officer`), its head; a row of the machine,
 * the sweeper's clock, an administrator. lib/domain/access and ownership.ts say which roles these are.
 */
export type Actor =
  | 'applicant'
  | 'addressee'
  | 'filer'
  | 'answerer'
  | 'worker'
  | 'officer'
  | 'head'
  | 'machine'
  | 'clock'
  | 'administrator';

interface Row {
  readonly from: readonly RequestState[];
  /** `same`: the state does not change. */
  readonly to: 'same' | readonly RequestState[];
  /** The events that the history may record for it: one of these, or several in turn. */
  readonly events: readonly EventCode[];
  readonly who: Actor;
}

/** States in which a machine performs rows. It ends by turning the request away or closing it, or is ended when the request is taken back. */
const running = ['submitted', 'turned-away', 'received', 'in-progress', 'decided'] as const;
/** States in which the request has a number and people work on it. */
const worked = ['received', 'in-progress', 'decided'] as const;
/** States with a document for the applicant. */
const resulted = ['decided', 'issued', 'queued', 'refused', 'left'] as const;
const submitted = [...running, 'taken-back', 'issued', 'queued', 'refused', 'withdrawn', 'left'] as const;

/**
 * Every change of a request that writes a line into its history: command × state → state, events, who. The transitions in
 * the folders beside this file get their types from it (`takes`, `record`); docs/flow.md shows it as a diagram.
 * A change without a line is no command: a repeated signal, a sent notice, the machine's second check of an EDS.
 */
export const commands = {
  create: { from: [], to: ['draft'], events: ['created'], who: 'filer' },
  'change-form': { from: ['draft'], to: 'same', events: ['form-changed'], who: 'filer' },
  'ask-registers': {
    from: ['draft'],
    to: 'same',
    events: ['registers-answered', 'registers-declined'],
    who: 'filer',
  },
  'add-attachment': { from: ['draft'], to: 'same', events: ['attachment-added'], who: 'filer' },
  'remove-attachment': { from: ['draft'], to: 'same', events: ['attachment-removed'], who: 'filer' },
  'refuse-signature': { from: ['draft'], to: 'same', events: ['signature-refused'], who: 'filer' },
  discard: { from: ['draft'], to: ['discarded'], events: ['discarded'], who: 'filer' },
  expire: { from: ['draft'], to: ['discarded'], events: ['draft-expired'], who: 'clock' },
  submit: { from: ['draft'], to: ['submitted'], events: ['submitted'], who: 'filer' },
  adopt: { from: submitted, to: 'same', events: ['taken-over', 'shown-in-cabinet'], who: 'filer' },

  'confirm-submission': { from: running, to: 'same', events: ['submission-confirmed'], who: 'machine' },
  'record-answer': {
    from: running,
    to: 'same',
    events: ['identity-checked', 'submission-confirmed', 'registry-asked', 'payment-checked', 'receipt-printed'],
    who: 'machine',
  },
  wait: { from: running, to: 'same', events: ['registry-silent', 'payments-silent', 'invoice-made'], who: 'machine' },
  route: { from: running, to: 'same', events: ['routed'], who: 'machine' },
  notify: { from: running, to: 'same', events: ['notified'], who: 'machine' },
  'turn-away': { from: running, to: ['turned-away'], events: ['turned-away'], who: 'machine' },
  number: { from: ['submitted'], to: ['received'], events: ['numbered'], who: 'machine' },
  'show-status': { from: worked, to: 'same', events: ['status-shown'], who: 'machine' },
  'open-work': { from: worked, to: 'same', events: ['work-opened'], who: 'machine' },
  alarm: { from: worked, to: 'same', events: ['reminded', 'escalated'], who: 'machine' },
  'form-output': { from: ['decided'], to: 'same', events: ['output-formed'], who: 'machine' },
  'create-output': { from: ['decided'], to: 'same', events: ['output-created'], who: 'machine' },
  'deliver-output': { from: ['decided'], to: 'same', events: ['output-delivered'], who: 'machine' },
  close: { from: ['decided'], to: ['issued', 'queued', 'refused'], events: ['closed'], who: 'machine' },

  claim: { from: worked, to: 'same', events: ['work-claimed', 'stood-in'], who: 'worker' },
  release: { from: worked, to: 'same', events: ['work-released'], who: 'worker' },
  give: { from: worked, to: 'same', events: ['work-given'], who: 'head' },
  recall: { from: worked, to: 'same', events: ['work-recalled'], who: 'head' },
  'take-back': {
    from: ['submitted', 'received', 'in-progress'],
    to: ['taken-back'],
    events: ['taken-back'],
    who: 'answerer',
  },
  accept: { from: ['received', 'in-progress'], to: ['in-progress'], events: ['accepted'], who: 'worker' },
  decide: { from: worked, to: ['decided'], events: ['approved', 'refused'], who: 'worker' },
  'sign-output': { from: ['decided'], to: 'same', events: ['output-signed'], who: 'worker' },
  'refuse-output-signature': { from: ['decided'], to: 'same', events: ['signature-refused'], who: 'worker' },
  finish: { from: worked, to: 'same', events: ['done', 'approved', 'refused', 'handed-over'], who: 'worker' },
  extend: { from: worked, to: 'same', events: ['extended'], who: 'worker' },
  store: { from: ['decided'], to: 'same', events: ['stored'], who: 'worker' },
  'mail-result': { from: resulted, to: 'same', events: ['result-mailed'], who: 'clock' },
  'repeat-mailing': { from: ['decided'], to: 'same', events: ['mailing-repeated'], who: 'worker' },
  'disown-address': { from: ['draft', ...submitted], to: 'same', events: ['address-disowned'], who: 'addressee' },
  'open-result': { from: resulted, to: 'same', events: ['result-opened'], who: 'applicant' },
  'end-mailing': {
    from: resulted,
    to: 'same',
    events: ['mailing-expired', 'mailing-returned', 'mailing-lost', 'mailing-shut', 'mailing-disowned'],
    who: 'clock',
  },
  recompute: { from: worked, to: 'same', events: ['deadline-recomputed'], who: 'administrator' },

  'offer-place': { from: ['queued'], to: 'same', events: ['place-offered'], who: 'officer' },
  'propose-place': { from: ['queued'], to: 'same', events: ['place-proposed'], who: 'officer' },
  'approve-proposal': { from: ['queued'], to: 'same', events: ['place-offered'], who: 'head' },
  'decline-proposal': { from: ['queued'], to: 'same', events: ['proposal-declined'], who: 'head' },
  'lapse-offer': { from: ['queued'], to: 'same', events: ['offer-lapsed'], who: 'clock' },
  'decline-offer': { from: ['queued'], to: 'same', events: ['offer-declined'], who: 'answerer' },
  'accept-offer': { from: ['queued'], to: ['in-progress'], events: ['offer-accepted'], who: 'answerer' },
  outgrow: { from: ['queued'], to: ['left'], events: ['outgrown'], who: 'clock' },
  withdraw: { from: ['queued'], to: ['left'], events: ['withdrawn'], who: 'answerer' },
  'file-complaint': { from: submitted, to: 'same', events: ['complaint-filed'], who: 'applicant' },
  'pass-complaint': {
    from: submitted,
    to: 'same',
    events: ['complaint-reminded', 'complaint-passed', 'complaint-overdue'],
    who: 'clock',
  },
  'answer-complaint': { from: submitted, to: 'same', events: ['complaint-answered'], who: 'head' },
  reopen: { from: ['refused'], to: ['in-progress'], events: ['reopened'], who: 'head' },
  'withdraw-output': { from: ['decided', 'issued'], to: ['withdrawn'], events: ['output-withdrawn'], who: 'head' },
  'correct-output': {
    from: ['issued', 'withdrawn'],
    to: ['in-progress'],
    events: ['correction-begun'],
    who: 'head',
  },
  'refuse-answer': { from: submitted, to: 'same', events: ['signature-refused'], who: 'answerer' },
} as const satisfies Readonly<Record<string, Row>>;

export type Command = keyof typeof commands;

type StatesBefore<C extends Command> = (typeof commands)[C]['from'][number];
type StatesAfter<C extends Command> = (typeof commands)[C]['to'] extends readonly (infer S)[] ? S : StatesBefore<C>;

/** A request in a state that allows the command. */
export type Before<C extends Command> = RequestIn<StatesBefore<C>>;
/** A request as the command leaves it. */
export type After<C extends Command> = RequestIn<StatesAfter<C> & RequestState>;
export type EventOf<C extends Command> = Event & { readonly code: (typeof commands)[C]['events'][number] };

export const takes = <C extends Command>(command: C, request: Request): request is Before<C> =>
  (commands[command].from as readonly RequestState[]).includes(request.state);

/** The last step of every transition: writes the command's event and the applicant's notice into the request. */
export const record = <C extends Command, R extends After<C>>(
  _command: C,
  request: R,
  event: EventOf<C>,
  notice?: Notice,
): R => append(request, event, notice);
