import * as z from 'zod';
import { awayNow, type Absence } from '../../../domain/identity/absence.ts';
import { hasWork, type Line } from '../../../domain/request/line.ts';
import { questionnaireOf } from '../../../domain/questionnaire/ballot.ts';
import { findService as findCard, type FindService } from '../../../domain/regulation/cards.ts';
import { PRESENT } from '../../../domain/regulation/find-version.ts';
import { stateWords } from '../../../domain/request/state-words.ts';
import { taskWords } from '../../../domain/request/task-words.ts';
import { whereOf, whereWorks } from '../../../domain/request/where.ts';
import { Task } from '../../../domain/request/work.ts';
import { officeTime, WorkingTime } from './office-time.ts';
import { OfferView } from './queue-view.ts';
import { OrganisationView, RequestView, secondsUntil } from './request-view.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

/** A line of «История получения услуг». */
export const RequestSummary = RequestView.pick({
  id: true,
  service: true,
  regulationVersion: true,
  channel: true,
  state: true,
  stateText: true,
  number: true,
  organisation: true,
  createdAt: true,
  dueAt: true,
  calendarUntil: true,
  timeLeft: true,
  workingTimeLeft: true,
  closedAt: true,
  questionnaire: true,
})
  .extend({
    offer: OfferView.pick({ id: true, dueAt: true })
      .optional()
      .meta({ description: 'That a place waits for an answer in writing; `GET /requests/{id}` names it' }),
  })
  .meta({ id: 'RequestSummary' });

/** `offer`: only while it may be answered. */
export function viewLine(line: Line, now: Date): z.infer<typeof RequestSummary> {
  const { id, service, regulationVersion, channel, state, createdAt, number, dueAt, calendarUntil, closedAt } = line;
  const isOpen = dueAt !== undefined && closedAt === undefined;
  const questionnaire = questionnaireOf(line, findCard(service, regulationVersion)?.asks ?? []);
  return {
    ...{ id, service, regulationVersion, channel, state, stateText: stateWords[state], createdAt },
    ...(number !== undefined && { number }),
    ...(line.organisation && { organisation: line.organisation }),
    ...(dueAt !== undefined && { dueAt }),
    ...(calendarUntil !== undefined && { calendarUntil }),
    ...(isOpen && {
      timeLeft: secondsUntil(dueAt, now),
      workingTimeLeft: officeTime(line, whereOf(line), dueAt, now),
    }),
    ...(closedAt !== undefined && state !== 'queued' && { closedAt }),
    ...(questionnaire && { questionnaire }),
    ...(line.offer && Date.parse(line.offer.dueAt) > now.getTime() && { offer: line.offer }),
  };
}

/** A line of an officer's list of work. */
export const WorkView = z
  .object({
    id: z.string().meta({ description: "The request's id" }),
    number: z.string(),
    service: z.string(),
    serviceTitle: ShownText,
    channel: z.string(),
    applicant: z.object({ fullName: z.string() }),
    organisation: OrganisationView.optional(),
    row: z.string(),
    task: Task,
    taskText: ShownText,
    openedAt: ShownInstant,
    dueAt: ShownInstant,
    workingTimeLeft: WorkingTime,
    overdue: z.boolean(),
    alarms: z.int().meta({ description: 'Reminders and escalations so far' }),
    claimedBy: z
      .object({
        name: z.string(),
        at: ShownInstant,
        mine: z.boolean().meta({ description: 'The caller has it, also for a colleague for whom they stand in' }),
        substitute: z.string().optional().meta({ description: 'Who claimed it is away; this colleague stands in' }),
        insteadOf: z.string().optional().meta({ description: 'Who had it before they went away' }),
      })
      .optional(),
    paper: z.literal(true).optional().meta({ description: 'Papers are carried: the document is signed by hand' }),
    extendable: z.literal(true).optional().meta({ description: 'The term may still be extended, once' }),
    stored: z
      .object({ at: ShownInstant, place: z.string() })
      .optional()
      .meta({ description: 'A result that nobody has collected in time: since when and where it is kept' }),
  })
  .meta({ id: 'Work' });
export type WorkView = z.infer<typeof WorkView>;

interface Looks {
  /** The account of the caller. */
  readonly account: string;
  readonly now: Date;
  readonly findService: FindService;
  /** Of the office. */
  readonly absences?: readonly Absence[];
}

export function viewWork(line: Line, looks: Looks): WorkView | undefined {
  if (!hasWork(line)) return undefined;
  const { now, findService } = looks;
  const { id, number, service, channel, applicant, paper } = line;
  const { row, task, by, openedAt, dueAt, alarms, claimedBy, extendable, stored } = line.work;
  return {
    ...{ id, number, service, channel, row, task, openedAt, dueAt, alarms },
    serviceTitle: titleOf(line, findService),
    taskText: taskWords[task],
    applicant: { fullName: applicant.fullName },
    ...(line.organisation && { organisation: line.organisation }),
    workingTimeLeft: officeTime(line, whereWorks(line, by), dueAt, now),
    overdue: Date.parse(dueAt) < now.getTime(),
    ...(claimedBy && { claimedBy: viewClaim(claimedBy, looks) }),
    ...(paper && { paper }),
    ...(extendable && { extendable }),
    ...(stored && { stored }),
  };
}

function viewClaim(
  { account: claimer, name, at, insteadOf }: NonNullable<NonNullable<Line['work']>['claimedBy']>,
  { account, now, absences = [] }: Looks,
): NonNullable<WorkView['claimedBy']> {
  const substitute = awayNow(absences, claimer, now)?.substitute;
  return {
    ...{ name, at, mine: (substitute?.account ?? claimer) === account },
    ...(substitute && { substitute: substitute.name }),
    ...(insteadOf !== undefined && { insteadOf }),
  };
}

/** A request of an office, as lists of what it received and finished show it. */
export const OfficeLine = z
  .object({
    id: z.string(),
    number: z.string(),
    service: z.string(),
    serviceTitle: ShownText,
    channel: z.string(),
    applicant: z.object({ fullName: z.string(), iin: z.string() }),
    organisation: OrganisationView.optional(),
    state: RequestView.shape.state,
    stateText: ShownText,
    receivedAt: ShownInstant,
    dueAt: ShownInstant,
    closedAt: ShownInstant.optional(),
    late: z.boolean().meta({ description: 'Finished after its term, or not finished and past it' }),
    result: z
      .object({
        outcome: z.enum(['approved', 'refused']),
        ground: z.string().optional(),
        number: z.string().optional(),
        signedAt: ShownInstant.optional(),
      })
      .optional()
      .meta({ description: 'What was decided, the number of the document and when it was signed' }),
  })
  .meta({ id: 'OfficeLine' });
export type OfficeLine = z.infer<typeof OfficeLine>;

/** Undefined for one that has no number yet. */
export function viewOfficeLine(line: Line, now: Date, findService: FindService): OfficeLine | undefined {
  const { id, number, service, channel, state, applicant, receivedAt, dueAt, closedAt, result } = line;
  if (number === undefined || receivedAt === undefined || dueAt === undefined) return undefined;
  const end = closedAt !== undefined && state !== 'queued' ? closedAt : undefined;
  return {
    ...{ id, number, service, channel, state, receivedAt, dueAt },
    serviceTitle: titleOf(line, findService),
    stateText: stateWords[state],
    applicant: { fullName: applicant.fullName, iin: applicant.iin },
    ...(line.organisation && { organisation: line.organisation }),
    ...(end !== undefined && { closedAt: end }),
    late: (end ?? now.toISOString()) > dueAt,
    ...(result && { result }),
  };
}

/** Of the version of the request. One unknown former service does not make the whole list fail. */
export function titleOf({ service, regulationVersion }: Line, findService: FindService) {
  const { kk, ru } = (findService(service, regulationVersion) ?? findService(service, PRESENT))?.title ?? {
    kk: service,
    ru: service,
  };
  return { kk, ru };
}
