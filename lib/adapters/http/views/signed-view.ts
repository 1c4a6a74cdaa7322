import * as z from 'zod';
import { OutputKind } from '../../../domain/output/output.ts';
import { RequestId } from '../ids.ts';
import { Link } from '../link.ts';
import { ItemProblem } from './ordered-view.ts';
import { OrganisationView } from './request-view.ts';
import { ShownText } from './shown-text.ts';

/** How many documents one call shows or takes signatures of: docs/decisions/0042-several-signatures-are-single-ones.md. */
export const SIGNED = 10;

export const Signable = z.strictObject({
  work: z
    .array(z.strictObject({ id: RequestId }))
    .min(1)
    .max(SIGNED),
});

export const SignableOutput = z.object({
  kind: OutputKind,
  number: z.string(),
  sha256: z.string(),
  document: Link,
});

/** What there is to sign, one by one, in the order of the call. */
export const SignableView = z.object({
  work: z.array(
    z.object({
      id: z.string(),
      number: z.string().optional().meta({ description: 'Of the request; absent if there is no such work' }),
      output: SignableOutput.extend({
        title: ShownText,
        applicant: z.object({ fullName: z.string() }),
        organisation: OrganisationView.optional(),
      }).optional(),
      problem: ItemProblem.optional(),
    }),
  ),
});
