import * as z from 'zod';
import { ProofLife } from '../../../domain/signature/proof-life.ts';
import type { Stamp } from '../../../domain/signature/stamp.ts';
import { ShownInstant } from './shown-instant.ts';

/** Until when a signature can be proved. */
export const ProofView = z.object({
  until: ShownInstant.meta({
    format: 'date-time',
    description:
      'From then on nobody can verify the signature that is handed out today. It is renewed in the year before, if an authority gives a proof that ends later',
  }),
  endsBy: ProofLife.shape.endsBy.meta({
    description:
      'What ends it: a certificate of the signer, of the timestamp authority or of a certification authority, or the age of an algorithm',
  }),
});

/** Whether a signature has the timestamp by which it can be verified after its certificate has ended. */
export const TimestampView = z
  .object({
    state: z.enum(['stamped', 'awaited', 'lost']).meta({
      description:
        '`stamped`: it has a timestamp (RFC 3161) and what proves its certificate at that time. `awaited`: without a timestamp yet; the signature is valid, and an authority is asked again. `lost`: nobody gave one',
    }),
    at: ShownInstant.optional().meta({
      format: 'date-time',
      description: 'The time that the authority says (genTime)',
    }),
    proof: ProofView.optional(),
  })
  .meta({
    id: 'Timestamp',
    description: 'Of a signature; absent where no authority is asked',
    examples: [
      {
        ...{ state: 'stamped', at: '2026-11-30T09:01:00.000Z' },
        proof: { until: '2031-11-29T09:00:00.000Z', endsBy: 'tsa-certificate' },
      },
      { state: 'awaited' },
    ],
  });
export type TimestampView = z.infer<typeof TimestampView>;

export function viewTimestamp(signature: { readonly stamp?: Stamp | undefined } | undefined): {
  timestamp?: TimestampView;
} {
  const stamp = signature?.stamp;
  if (!stamp) return {};
  if (stamp.state !== 'kept') return { timestamp: { state: stamp.state } };
  return { timestamp: { state: 'stamped', at: stamp.at, ...(stamp.proof && { proof: stamp.proof }) } };
}
