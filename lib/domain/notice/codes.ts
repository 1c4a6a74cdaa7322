import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';

const number = z.string();
/** Of a refusal: the office that explains an appeal, with address and telephones. */
const appealTo = z.string().optional();
/** Of a request of a legal person. */
const applying = { organisation: z.string().optional(), bin: z.string().optional() };
/** Of a provisional due time (lib/domain/calendar/reviewed.ts): the last reviewed year. */
const calendarUntil = z.string().optional();

/** Names of the office and the service, and the number once there is one. */
const acted = z.object({
  office: z.string().optional(),
  serviceKk: z.string().optional(),
  serviceRu: z.string().optional(),
  number: number.optional(),
});

/** Of a request that waits for a register, or that a system turns away; notices of earlier releases have none of it. */
const waits = z.object({
  ...applying,
  submittedAt: Instant.optional(),
  serviceKk: z.string().optional(),
  serviceRu: z.string().optional(),
  number: number.optional(),
});
const away = waits.extend({ appealTo });

/**
 * What is announced, and the facts that each text needs. Facts are numbers and times: no names, IINs or grounds, because
 * mail passes through other people's servers; an office, a service and an organisation may be named. Times are UTC instants.
 */
export const noticeFacts = {
  'request-received': z.object({ ...applying, number, dueAt: Instant.optional(), calendarUntil }),
  'taken-into-work': z.object({ ...applying, number }),
  /** The term was extended by a decision, as the regulation allows, or computed again; the history says why. */
  'deadline-moved': z.object({ ...applying, number, dueAt: Instant, calendarUntil }),
  /** The term has passed and the request is still open: the applicant is told when the head of the office is. */
  'deadline-missed': z.object({ ...applying, number }),
  'certificate-issued': z.object({ ...applying, number, document: z.string().optional() }),
  /** Whatever it is, it is collected at this office, centre or akim. */
  'result-ready': z.object({ ...applying, number, document: z.string(), place: z.string(), appealTo }),
  /** The mail with the address of the page that gives the document; the address itself is no fact. `hours`: how long it works. */
  'result-mailed': z.object({ number, hours: z.string(), place: z.string() }),
  /** Nobody has opened it by the mail, or the mail did not arrive: it waits here. */
  'result-unmailed': z.object({ number, place: z.string() }),
  /** The interim document of a service with a queue. */
  registered: z.object({ number, document: z.string().optional() }),
  /** The cabinet and the office say where the place is. */
  'place-offered': z.object({ number, dueAt: Instant }),
  /** A refusal was withdrawn, and the request is decided again; the history says why. */
  'refusal-reopened': z.object({ number, document: z.string(), dueAt: Instant, calendarUntil }),
  /** A document is valid no more, alone or because another one is made in its place. */
  'output-withdrawn': z.object({ number, document: z.string(), groundKk: z.string(), groundRu: z.string() }),
  'output-corrected': z.object({
    ...{ number, document: z.string(), groundKk: z.string(), groundRu: z.string() },
    ...{ dueAt: Instant, calendarUntil },
  }),
  'offer-accepted': z.object({ number, dueAt: Instant, calendarUntil }),
  'offer-declined': z.object({ number }),
  'offer-lapsed': z.object({ number }),
  /** Out of the queue: by the applicant's word, or at the age limit. */
  'queue-left': z.object({ number }),
  /** The applicant has taken the request back before it was decided. */
  'request-taken-back': waits,
  'queue-outgrown': z.object({ number }),
  refused: z.object({ ...applying, number, document: z.string().optional(), appealTo }),
  /** «Отказ в связи с не подтверждением подлинности ЭЦП»: before the request has a number. */
  'signature-refused': away,
  /** Messages of refusal that a system forms without an officer's decision. */
  'identity-unconfirmed': away,
  'registry-absent': away,
  'power-absent': away,
  'payment-missing': away,
  'documents-missing': away,
  /** A register has not answered for an hour: the request waits. */
  'registry-silent': waits,
  /** The payments have not answered for an hour: the request waits, and nobody is refused. */
  'payments-silent': waits,
  /** What is to be paid, by which number and until when; the money has come. */
  'invoice-made': waits.extend({ invoice: z.string(), tenge: z.string(), untilAt: Instant }),
  'invoice-paid': waits.extend({ invoice: z.string(), tenge: z.string(), paidAt: Instant }),
  'draft-expiring': z.object({ expiresAt: Instant }),
  'draft-expired': z.object({}),
  /** To the account's address: an EDS took it over or confirmed it, it has a new password or a post, or it is closed. */
  'account-taken-over': z.object({}),
  'account-confirmed': z.object({}),
  'password-changed': z.object({}),
  /** To an address that nobody has proved to read: the code is made when the mail goes out, and kept nowhere. */
  'email-code': z.object({ code: z.string().optional() }),
  /** In place of the first notice that would go to an address that an employee typed. */
  'address-typed': z.object({ number: z.string().optional() }),
  /** To the visitor for whom an employee has acted, and to the proved holder of the IIN. */
  'filed-for-you': acted,
  'answered-for-you': acted,
  /** To the head of the office: an officer proposes a place past others. */
  'proposal-waits': z.object({}),
  /** To the applicant: the complaint has a number and a term, was given to the body above, is answered. */
  'complaint-registered': z.object({ complaint: z.string(), dueAt: Instant }),
  'complaint-passed': z.object({ complaint: z.string(), dueAt: Instant }),
  'complaint-answered': z.object({ complaint: z.string(), document: z.string() }),
  /** To the head, or to the body above: a complaint is to be answered; its term has passed. */
  'complaint-waits': z.object({}),
  'complaint-overdue': z.object({}),
  'post-offered': z.object({}),
  'account-hired': z.object({}),
  'post-suspended': z.object({}),
  'post-restored': z.object({}),
  dismissed: z.object({}),
  /** To the officer whom the head lets sign, or no longer. */
  'mandate-given': z.object({}),
  'mandate-taken': z.object({}),
  /** To the administrators: another has offered, changed or ended a post, or a head a mandate to sign. */
  'posts-changed': z.object({}),
  'account-closed': z.object({}),
  /** To whoever has open work: its due time is near, or has passed; the head has given them work, or taken it from them. */
  'work-due': z.object({}),
  'work-overdue': z.object({}),
  'work-given': z.object({}),
  'work-gone': z.object({}),
  /** To the substitute of somebody who is away. */
  'stands-in': z.object({}),
} as const;

export type NoticeCode = keyof typeof noticeFacts;

export const NoticeCode = z.enum(Object.keys(noticeFacts) as [NoticeCode, ...NoticeCode[]]);
