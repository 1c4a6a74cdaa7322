import * as z from 'zod';
import { openOfferOf } from './offer.ts';
import { isDecided, isNumbered, Request, type RequestState } from './request.ts';
import { organisationOf } from '../identity/organisation.ts';
import { representativeOf } from '../regulation/representative.ts';
import { signedOf, type Output } from '../output/output.ts';
import { Work } from './work.ts';

const states = Request.options.map(({ shape }) => shape.state.value) as [RequestState, ...RequestState[]];

/**
 * What lists show of a request: the indexes hold this and not the whole. Names are those of the request, so rules about
 * requests hold for lines too. It stays below a kilobyte, which is one write unit in each index that has it.
 */
export const Line = z.object({
  id: z.string(),
  service: z.string(),
  regulationVersion: z.string(),
  channel: z.string(),
  office: z.string(),
  state: z.enum(states),
  createdAt: z.string(),
  applicant: z.object({ account: z.string().optional(), iin: z.string(), fullName: z.string() }),
  filedBy: z.object({ account: z.string(), place: z.string(), name: z.string().optional() }).optional(),
  /** Who acts for the applicant by a power of attorney. */
  representative: z.object({ iin: z.string(), fullName: z.string() }).optional(),
  organisation: z.object({ bin: z.string(), name: z.string().optional() }).optional(),
  number: z.string().optional(),
  receivedAt: z.string().optional(),
  dueAt: z.string().optional(),
  calendarUntil: z.string().optional(),
  closedAt: z.string().optional(),
  answered: z.literal(true).optional(),
  /** Whether the applicant was told of anything. */
  told: z.literal(true).optional(),
  paper: z.literal(true).optional(),
  /** Work that nobody has finished yet. */
  work: Work.pick({
    row: true,
    task: true,
    by: true,
    openedAt: true,
    dueAt: true,
    alarms: true,
    claimedBy: true,
    stored: true,
  })
    .extend({ extendable: z.literal(true).optional() })
    .optional(),
  /** Of the last document that was decided: how, by whom, on which ground, its number, when it was signed and delivered. */
  result: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      by: z.string().optional(),
      ground: z.string().optional(),
      number: z.string().optional(),
      signedAt: z.string().optional(),
      deliveredAt: z.string().optional(),
      /** Who got it at a counter; absent for one that went into the cabinet. */
      handedTo: z.enum(['applicant', 'representative', 'mailed']).optional(),
    })
    .optional(),
  /** The last document of the request that was withdrawn, and since when. */
  withdrawn: z.object({ number: z.string(), at: z.string() }).optional(),
  offer: z.object({ id: z.string(), dueAt: z.string() }).optional(),
});
export type Line = z.infer<typeof Line>;

/** Characters of a person's name or a ground that a line keeps. */
const SHORT = 120;
export const shorten = (text: string, most = SHORT) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** Of the name of somebody beside the applicant. */
const NAME = 60;

export function lineOf(request: Request): Line {
  const { id, service, regulationVersion, channel, office, state, createdAt, applicant, filedBy } = request;
  return {
    ...{ id, service, regulationVersion, channel, office, state, createdAt },
    applicant: {
      ...(applicant.account !== undefined && { account: applicant.account }),
      ...{ iin: applicant.iin, fullName: shorten(applicant.fullName) },
    },
    ...(filedBy && { filedBy: filerOf(filedBy) }),
    ...nameRepresentative(request),
    ...nameOrganisation(request),
    ...('number' in request && request.number !== undefined && { number: request.number }),
    ...(isNumbered(request) && { receivedAt: request.receivedAt, dueAt: request.dueAt }),
    ...(request.state === 'turned-away' && request.numberedAt && { receivedAt: request.numberedAt }),
    ...('calendarUntil' in request && request.calendarUntil && { calendarUntil: request.calendarUntil }),
    ...('closedAt' in request && { closedAt: request.closedAt }),
    ...('answered' in request && request.answered && { answered: true }),
    ...(request.notices.length > 0 && { told: true }),
    ...(request.paper && { paper: true }),
    ...openWorkOf(request),
    ...resultOf(request),
    ...withdrawnIn(request),
    ...(request.state === 'queued' && openOfferIn(request.queue)),
  };
}

function nameOrganisation(request: Request): Pick<Line, 'organisation'> {
  const { bin, name } =
    organisationOf('submission' in request ? request : { organisation: request.organisation }) ?? {};
  return bin === undefined ? {} : { organisation: { bin, ...(name !== undefined && { name: shorten(name) }) } };
}

const filerOf = ({ account, place, name }: NonNullable<Request['filedBy']>) => ({
  ...{ account, place },
  ...(name !== undefined && { name: shorten(name, NAME) }),
});

function nameRepresentative({ form }: Request): Pick<Line, 'representative'> {
  const { iin, fullName } = representativeOf({ form }) ?? {};
  return iin && fullName ? { representative: { iin: iin.slice(0, 12), fullName: shorten(fullName, NAME) } } : {};
}

/** Whether it was submitted. */
export const isSent = ({ state }: Line): boolean => state !== 'draft' && state !== 'discarded';

/** A line that has open work. */
export type WorkLine = Line & { readonly work: NonNullable<Line['work']>; readonly number: string };
export const hasWork = (line: Line): line is WorkLine => line.work !== undefined && line.number !== undefined;

function openWorkOf(request: Request): Pick<Line, 'work'> {
  if (!isNumbered(request) || !request.work || request.work.outcome) return {};
  const { row, task, by, openedAt, dueAt, alarms, claimedBy, stored, extendable } = request.work;
  return {
    work: {
      ...{ row, task, by, openedAt, dueAt, alarms },
      ...(claimedBy && { claimedBy }),
      ...(stored && { stored }),
      ...(extendable && { extendable: true }),
    },
  };
}

function resultOf(request: Request): Pick<Line, 'result'> {
  if (!isDecided(request)) return {};
  const { decision, output } = request;
  const signedAt = signedOf(output)?.at;
  return {
    result: {
      outcome: decision.outcome,
      by: shorten(decision.by.name, NAME),
      ...(decision.outcome === 'refused' && { ground: shorten(decision.ground) }),
      ...(output && { number: output.number }),
      ...(signedAt !== undefined && { signedAt }),
      ...(output?.deliveredAt !== undefined && { deliveredAt: output.deliveredAt }),
      ...(output && handedIn(output)),
    },
  };
}

/** At a counter, or by the mailed address; neither where it went into the cabinet. */
function handedIn({ handedTo, mailings }: Output): Pick<NonNullable<Line['result']>, 'handedTo'> {
  if (handedTo) return { handedTo: handedTo.recipient.who };
  return mailings?.some(({ state }) => state === 'opened') ? { handedTo: 'mailed' } : {};
}

function withdrawnIn(request: Request): Pick<Line, 'withdrawn'> {
  const last = request.state === 'withdrawn' ? request : isNumbered(request) ? request.earlier?.at(-1) : undefined;
  return last?.withdrawn ? { withdrawn: { number: last.output.number, at: last.withdrawn.at } } : {};
}

function openOfferIn(queue: Parameters<typeof openOfferOf>[0]): Pick<Line, 'offer'> {
  const open = openOfferOf(queue);
  return open ? { offer: { id: open.id, dueAt: open.dueAt } } : {};
}
