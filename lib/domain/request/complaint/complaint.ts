import * as z from 'zod';
import { Instant } from '../../calendar/instant.ts';
import { ComplaintGround } from '../../complaint/procedure.ts';
import { OutputFile, OutputSignature } from '../../output/output.ts';
import { SignedAnswer } from '../offer.ts';

export const ComplaintOutcome = z.enum(['upheld', 'dismissed']);
export type ComplaintOutcome = z.infer<typeof ComplaintOutcome>;

/** The answer as somebody has written it: a document that names them, and that they are still to sign. */
const Draft = z.object({
  outcome: ComplaintOutcome,
  text: z.string(),
  number: z.string(),
  formedAt: Instant,
  file: OutputFile,
});
export type ComplaintDraft = z.infer<typeof Draft>;

const Reply = Draft.extend({ signature: OutputSignature });
export type ComplaintReply = z.infer<typeof Reply>;

const registered = {
  id: z.string(),
  number: z.string(),
  ground: ComplaintGround,
  text: z.string(),
  /** The applicant's signed word; its time is that of the registration. */
  signed: SignedAnswer,
  /** Who has it: a level of the procedure (statemachines/complaint.json). */
  level: z.int().nonnegative(),
  /** When this level got it, and until when it answers. */
  since: Instant,
  dueAt: Instant,
  /** Reminders and what came after the term. */
  alarms: z.int().nonnegative(),
};

/** A complaint about a request, from its registration to the answer. */
export const Complaint = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), ...registered, nextAlarmAt: Instant, draft: Draft.optional() }),
  z.object({ state: z.literal('answered'), ...registered, reply: Reply }),
]);
export type Complaint = z.infer<typeof Complaint>;
export type OpenComplaint = Extract<Complaint, { state: 'open' }>;

export const isOpen = (complaint: Complaint): complaint is OpenComplaint => complaint.state === 'open';
