import * as z from 'zod';
import type { FindService } from '../../../domain/regulation/cards.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import type { Line } from '../../../domain/request/line.ts';
import { stateWords } from '../../../domain/request/state-words.ts';
import { OfficeLine, titleOf } from './line-view.ts';
import { ShownInstant } from './shown-instant.ts';

const Person = z.object({ fullName: z.string(), iin: z.string() });

/** A line of the journal of registration of an office. */
export const RegisterLine = OfficeLine.omit({ dueAt: true, result: true })
  .extend({
    dueAt: ShownInstant.optional().meta({ description: 'Absent for what a system turned away' }),
    representative: Person.optional().meta({ description: 'Who acts for the applicant by a power of attorney' }),
    filedBy: z
      .object({ name: z.string().optional(), place: z.string(), placeName: z.string() })
      .optional()
      .meta({ description: 'The employee who filed it for a visitor' }),
    worker: z.string().optional().meta({ description: 'Who has the work now, or else who decided' }),
    result: z
      .object({
        outcome: z.enum(['approved', 'refused']),
        ground: z.string().optional(),
        number: z.string().optional(),
        signedAt: ShownInstant.optional(),
        deliveredAt: ShownInstant.optional(),
        handedTo: z.enum(['applicant', 'representative', 'mailed']).optional().meta({
          description:
            'Who got the document at a counter, or that a mailed address was opened; absent where it went into the cabinet',
        }),
      })
      .optional()
      .meta({
        description: 'What was decided, the number of the document, when it was signed, and how it was delivered',
      }),
    withdrawn: z
      .object({ number: z.string(), at: ShownInstant })
      .optional()
      .meta({ description: 'The last document of the request that was withdrawn; `result` has what took its place' }),
  })
  .meta({ id: 'RegisterLine' });
export type RegisterLine = z.infer<typeof RegisterLine>;

/** Undefined for one without a number, which no register has. */
export function viewRegisterLine(line: Line, now: Date, findService: FindService): RegisterLine | undefined {
  const { id, number, service, channel, state, applicant, receivedAt, dueAt, closedAt, filedBy, work } = line;
  if (number === undefined || receivedAt === undefined) return undefined;
  const end = closedAt !== undefined && state !== 'queued' ? closedAt : undefined;
  const worker = work?.claimedBy?.name ?? line.result?.by;
  return {
    ...{ id, number, service, channel, state, receivedAt },
    serviceTitle: titleOf(line, findService),
    stateText: stateWords[state],
    applicant: { fullName: applicant.fullName, iin: applicant.iin },
    ...(line.organisation && { organisation: line.organisation }),
    ...(line.representative && { representative: line.representative }),
    ...(filedBy && {
      filedBy: {
        ...(filedBy.name !== undefined && { name: filedBy.name }),
        ...{ place: filedBy.place, placeName: placeName(filedBy.place) },
      },
    }),
    ...(dueAt !== undefined && { dueAt }),
    ...(end !== undefined && { closedAt: end }),
    late: dueAt !== undefined && (end ?? now.toISOString()) > dueAt,
    ...(worker !== undefined && { worker }),
    ...(line.result && { result: resultOf(line.result) }),
    ...(line.withdrawn && { withdrawn: line.withdrawn }),
  };
}

function resultOf(decided: NonNullable<Line['result']>) {
  const { by: _, ...result } = decided;
  return result;
}
