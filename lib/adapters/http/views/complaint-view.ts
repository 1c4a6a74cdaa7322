import * as z from 'zod';
import type { Caller } from '../../../domain/access/roles.ts';
import { ComplaintGround, procedure } from '../../../domain/complaint/procedure.ts';
import { organisationOf } from '../../../domain/identity/organisation.ts';
import { complaintOutcomes, duties } from '../../../domain/output/wording.ts';
import { findService, PRESENT } from '../../../domain/regulation/cards.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { ComplaintOutcome, type Complaint } from '../../../domain/request/complaint/complaint.ts';
import { isPartial, mayJudge, placeAt } from '../../../domain/request/complaint/judges.ts';
import type { SubmittedRequest } from '../../../domain/request/request.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';
import { TimestampView, viewTimestamp } from './timestamp-view.ts';

const told = {
  id: z.string(),
  number: z.string(),
  ground: ComplaintGround,
  groundText: ShownText,
  state: z.enum(['open', 'answered']),
  registeredAt: ShownInstant,
  dueAt: ShownInstant.meta({ format: 'date-time', description: 'Until when whoever has it answers' }),
  overdue: z.boolean(),
  /** Who has it, or has answered it. */
  at: z.object({ code: z.string(), name: z.string() }),
};

/** A complaint as the applicant, those who answer and the auditor see it. */
export const ComplaintView = z
  .object({
    ...told,
    text: z.string(),
    answer: z
      .object({
        outcome: ComplaintOutcome,
        outcomeText: ShownText,
        text: z.string(),
        number: z.string().meta({ description: 'Of the document; `GET /documents/{number}` knows it' }),
        at: ShownInstant,
        by: z.object({ name: z.string(), post: ShownText }),
        timestamp: TimestampView.optional(),
      })
      .optional(),
  })
  .meta({ id: 'Complaint' });
export type ComplaintView = z.infer<typeof ComplaintView>;

/** A line of the list of those who answer complaints. */
export const ComplaintLine = z
  .object({
    ...told,
    request: z.string(),
    requestNumber: z.string().optional(),
    service: z.string(),
    serviceTitle: ShownText,
    office: z.string(),
    officeName: z.string(),
    applicant: z.object({ fullName: z.string() }),
    organisation: z.object({ bin: z.string(), name: z.string().optional() }).optional(),
    mine: z.boolean().meta({ description: 'Whether the caller may answer it' }),
  })
  .meta({ id: 'ComplaintLine' });
export type ComplaintLine = z.infer<typeof ComplaintLine>;

type Looked = Pick<SubmittedRequest, 'office' | 'service'>;

function viewTold(request: Looked, complaint: Complaint, now: Date) {
  const { id, number, ground, state, signed, dueAt, level } = complaint;
  const code =
    complaint.state === 'open' ? placeAt(request, level) : (complaint.reply.signature.by.place ?? request.office);
  return {
    ...{ id, number, ground, state, dueAt },
    groundText: procedure.grounds[ground],
    registeredAt: signed.at,
    overdue: complaint.state === 'open' && Date.parse(dueAt) < now.getTime(),
    at: { code, name: placeName(code) },
  };
}

export function viewComplaint(request: Looked, complaint: Complaint, now: Date): ComplaintView {
  return { ...viewTold(request, complaint, now), text: complaint.text, ...viewAnswer(complaint) };
}

function viewAnswer(complaint: Complaint): Pick<ComplaintView, 'answer'> {
  if (complaint.state === 'open') return {};
  const { outcome, text, number, file, signature } = complaint.reply;
  const { name, position } = signature.by;
  const by = { name, post: file.post ?? duties[position] };
  return {
    answer: {
      ...{ outcome, text, number, by },
      outcomeText: complaintOutcomes[outcome],
      at: signature.at,
      ...viewTimestamp(signature),
    },
  };
}

export function viewComplaintLine(
  request: SubmittedRequest,
  complaint: Complaint,
  caller: Caller,
  now: Date,
): ComplaintLine {
  const { id, service, regulationVersion, office, applicant } = request;
  const organisation = organisationOf(request);
  const title = (findService(service, regulationVersion) ?? findService(service, PRESENT))?.title;
  return {
    ...viewTold(request, complaint, now),
    request: id,
    ...('number' in request && request.number !== undefined && { requestNumber: request.number }),
    ...{ service, office, officeName: placeName(office) },
    serviceTitle: title ? { kk: title.kk, ru: title.ru } : { kk: service, ru: service },
    applicant: { fullName: applicant.fullName },
    ...(organisation && { organisation }),
    mine: complaint.state === 'open' && mayJudge(caller, request, complaint) && !isPartial(caller, request),
  };
}
