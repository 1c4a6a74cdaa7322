import * as z from 'zod';
import data from '../../../statemachines/correction.json' with { type: 'json' };
import type { Bilingual } from '../language/bilingual.ts';
import { ReopeningGround, reopeningRules } from '../reopening/rules.ts';

const Words = z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) });

/** What is done about an issued document that is wrong: it is withdrawn, alone or with another one in its place. */
export const CorrectionWay = z.enum(['withdraw', 'correct']);
export type CorrectionWay = z.infer<typeof CorrectionWay>;

/** On which ground an issued document is withdrawn. */
export const CorrectionGround = z.enum(['slip', 'untrue-data', 'against-rules', 'court', 'holder-asked']);
export type CorrectionGround = z.infer<typeof CorrectionGround>;

/** How an issued document is put right, whatever the service. People review it. */
export const CorrectionRules = z.strictObject({
  why: z.string().min(1),
  /** Corrections of one request. */
  most: z.int().min(1).max(5),
  /** Of the explanation to the applicant. */
  characters: z.strictObject({ min: z.int().min(1), max: z.int().max(2000) }),
  grounds: z.record(CorrectionGround, Words),
  readings: z.array(z.strictObject({ about: z.string(), source: z.string(), reading: z.string() })),
});

export const correctionRules = CorrectionRules.parse(data);

/** Why a document was withdrawn, a refusal or another one. */
export const WithdrawalGround = z.enum([...ReopeningGround.options, ...CorrectionGround.options]);
export type WithdrawalGround = z.infer<typeof WithdrawalGround>;

/** The words that everybody may read: they name nobody. */
export const withdrawalWords: Readonly<Record<WithdrawalGround, Bilingual>> = {
  ...reopeningRules.grounds,
  ...correctionRules.grounds,
};
