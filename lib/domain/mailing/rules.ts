import * as z from 'zod';
import data from '../../../statemachines/mailed-result.json' with { type: 'json' };

/** How a result is mailed, whatever the service. People review it. */
export const MailingRules = z.strictObject({
  why: z.string().min(1),
  /** For how long the mailed address opens the document, and how often. */
  hours: z.int().min(1).max(168),
  openings: z.int().min(1).max(20),
  /** After so many wrong answers the address opens nothing any more. */
  wrongAnswers: z.int().min(1).max(10),
  /** How often one document is mailed: the first time, and again when nobody has opened it. */
  mailings: z.int().min(1).max(5),
  readings: z.array(z.strictObject({ about: z.string(), source: z.string(), reading: z.string() })),
});

export const mailingRules = MailingRules.parse(data);
