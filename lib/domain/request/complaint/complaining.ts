import { dueAt as dueFrom, nextAlarm, type DueTime, type Office } from '../../calendar/calendar.ts';
import { procedure } from '../../complaint/procedure.ts';
import type { Officer } from '../../output/output.ts';
import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import { noticeOf } from '../notify.ts';
import type { SignedAnswer } from '../offer.ts';
import { complaintsOf, type Request } from '../request.ts';
import { record, takes } from '../states.ts';
import { refuseReopening, reopen } from '../reopening/reopen.ts';
import { beginsRun } from '../run.ts';
import { addTelling } from '../telling.ts';
import { isOpen, type Complaint, type ComplaintDraft, type ComplaintReply, type OpenComplaint } from './complaint.ts';
import { firstLevel, placeAt } from './judges.ts';
import type { Told } from './statement.ts';

/** When the level that has it answers at the latest, and when somebody is told of it before and after. */
function clockOf(level: number, now: Date, office: Office): Pick<OpenComplaint, 'since' | 'dueAt' | 'nextAlarmAt'> {
  const due = dueFrom(now, { value: procedure.levels[level]!.workingDays, unit: 'business_day' }, office);
  const alarm = nextAlarm({ openedAt: now, dueAt: due, now }, office);
  return { since: now.toISOString(), dueAt: due.toISOString(), nextAlarmAt: alarm.at.toISOString() };
}

/** Whether one may complain of this on this ground. `refusal`: only of one that the applicant has got. */
export function refuseComplaint(request: Request, { ground }: Pick<Told, 'ground'>): Refusal | undefined {
  if (!takes('file-complaint', request)) return refuse('complaint/too-early');
  if (ground === 'refusal' && request.state !== 'refused' && request.state !== 'turned-away')
    return refuse('complaint/no-refusal');
  return complaintsOf(request).length >= procedure.most.complaints
    ? refuse('complaint/too-many', { facts: { most: String(procedure.most.complaints) } })
    : undefined;
}

/** The same complaint, if it was filed before: perhaps before the application had its number, which is in the signed words. */
export const findSame = (request: Request, { ground, text }: Told): Complaint | undefined =>
  complaintsOf(request).find((each) => each.ground === ground && each.text === text);

interface Filed extends Told {
  readonly id: string;
  readonly number: string;
}

/** Registers a complaint: the applicant is told its number and term, those who answer that it waits. */
export function fileComplaint(request: Request, filed: Filed, signed: SignedAnswer, office: Office): Request | Refusal {
  if (findSame(request, filed)) return request;
  const refused = refuseComplaint(request, filed);
  if (refused) return refused;
  if (!takes('file-complaint', request)) return refuse('complaint/too-early');
  const { id, number, ground, text } = filed;
  const { at, by, as } = signed;
  const level = firstLevel(request);
  const clock = clockOf(level, new Date(at), office);
  const complaint: OpenComplaint = { state: 'open', id, number, ground, text, signed, level, alarms: 0, ...clock };
  const waits = tellJudges(request, complaint, at, 'complaint-waits');
  if (isRefusal(waits)) return waits;
  const event = { at, code: 'complaint-filed', by, ...(as && { as }), facts: { number } } as const;
  return record('file-complaint', waits, event, noticeAbout(request, complaint, at, 'complaint-registered'));
}

/**
 * Reminds those who have a complaint, gives it to the next level when the term is over, and calls again each working day when there is
 * no other. Before its time nothing changes.
 */
export function passComplaints(request: Request, office: Office, now: Date): Request | Refusal {
  return complaintsOf(request)
    .filter((complaint) => isOpen(complaint) && Date.parse(complaint.nextAlarmAt) <= now.getTime())
    .reduce<Request | Refusal>(
      (current, { id }) => (isRefusal(current) ? current : passComplaint(current, id, office, now)),
      request,
    );
}

function passComplaint(request: Request, id: string, office: Office, now: Date): Request | Refusal {
  const complaint = complaintsOf(request).find((each) => each.id === id);
  if (!complaint || !isOpen(complaint) || !takes('pass-complaint', request)) return request;
  const { number, dueAt, since, level } = complaint;
  const at = now.toISOString();
  const alarms = complaint.alarms + 1;
  const isOver = Date.parse(dueAt) <= now.getTime();
  if (isOver && level + 1 < procedure.levels.length) {
    const passed = { ...complaint, alarms, level: level + 1, ...clockOf(level + 1, now, office) };
    const waits = tellJudges(request, passed, at, 'complaint-waits');
    if (isRefusal(waits)) return waits;
    const notice = noticeAbout(request, passed, at, 'complaint-passed');
    return record('pass-complaint', waits, { at, code: 'complaint-passed', facts: { number } }, notice);
  }
  const next = nextAlarm({ openedAt: new Date(since), dueAt: new Date(dueAt), now }, office).at.toISOString();
  const called = { ...complaint, alarms, nextAlarmAt: next };
  const told = tellJudges(request, called, at, isOver ? 'complaint-overdue' : 'complaint-waits');
  if (isRefusal(told)) return told;
  const code = isOver ? 'complaint-overdue' : 'complaint-reminded';
  return record('pass-complaint', told, { at, code, facts: { number } });
}

/** The request with the complaint, and those who have it now are told that it waits. */
function tellJudges<R extends Request>(
  request: R,
  complaint: OpenComplaint,
  at: string,
  code: 'complaint-waits' | 'complaint-overdue',
): R | Refusal {
  const { id, alarms, level } = complaint;
  const telling = { id: `complaint-${id}-${alarms}`, to: 'heads', place: placeAt(request, level), at, code } as const;
  return addTelling(put(request, complaint), { ...telling, facts: {} });
}

const noticeAbout = (
  request: Request,
  { id, number: complaint, dueAt }: OpenComplaint,
  at: string,
  code: 'complaint-registered' | 'complaint-passed',
) => noticeOf(request, { row: `complaint-${id}`, at: new Date(at) }, code, { complaint, dueAt });

/** The answer that somebody has written takes the place of what was written before; nothing is signed yet. */
export function draftReply(request: Request, id: string, draft: ComplaintDraft): Request | Refusal {
  const complaint = findOpen(request, id);
  return isRefusal(complaint) ? complaint : put(request, { ...complaint, draft });
}

/**
 * The signed answer; the caller has checked the signature. The applicant is told, and gets the document. Upheld, a complaint about a refusal
 * opens the request again.
 *
 * @param due of the run that decides it again; without it nothing is opened
 */
export function answerComplaint(
  request: Request,
  id: string,
  reply: ComplaintReply,
  by: Officer,
  due?: DueTime,
): Request | Refusal {
  const open = findOpen(request, id);
  if (isRefusal(open)) return open;
  // Somebody has written another answer meanwhile: what was signed is not what would be given.
  if (open.draft?.file.sha256 !== reply.file.sha256) return refuse('complaint/not-written');
  if (!takes('answer-complaint', request)) return refuse('complaint/unknown');
  const { nextAlarmAt: _, draft: __, ...kept } = open;
  const { at } = reply.signature;
  const { account, name, position: role, place } = by;
  const as = { role, name, ...(place !== undefined && { place }) };
  const facts = { complaint: open.number, document: reply.number };
  const answered = record(
    'answer-complaint',
    put(request, { ...kept, state: 'answered', reply }),
    { at, code: 'complaint-answered', by: account, as, facts: { number: open.number } },
    noticeOf(request, { row: `complaint-${id}`, at: new Date(at) }, 'complaint-answered', facts),
  );
  if (!due || !opensAgain(answered, open, reply)) return answered;
  return reopen(answered, { ground: 'complaint', at, by: account, as, due });
}

/** Whether an answer withdraws the refusal: it upholds a complaint about this one, not about a former refusal. */
export const opensAgain = (
  request: Request,
  { ground, signed }: Pick<Complaint, 'ground' | 'signed'>,
  { outcome }: Pick<ComplaintReply, 'outcome'>,
): boolean =>
  outcome === 'upheld' &&
  ground === 'refusal' &&
  !refuseReopening(request) &&
  !request.events.some((event) => beginsRun(event) && event.at >= signed.at);

/** The complaint, if nobody has answered it yet. */
export function findOpen(request: Request, id: string): OpenComplaint | Refusal {
  const found = complaintsOf(request).find((complaint) => complaint.id === id);
  if (!found) return refuse('complaint/unknown');
  return isOpen(found) ? found : refuse('complaint/answered');
}

function put<R extends Request>(request: R, complaint: Complaint): R {
  const before = complaintsOf(request);
  const isNew = !before.some(({ id }) => id === complaint.id);
  const complaints = isNew
    ? [...before, complaint]
    : before.map((each) => (each.id === complaint.id ? complaint : each));
  return { ...request, complaints };
}
