import * as z from 'zod';
import type { Account } from '../../../domain/identity/account.ts';
import { lastDayOf } from '../../../domain/identity/mandate.ts';
import { zoneOf } from '../../../domain/regulation/zone-of.ts';
import { ShownInstant } from './shown-instant.ts';

/** An officer as the head of their office sees them: no IIN, no contacts. */
export const OfficerView = z
  .object({
    account: z.string(),
    fullName: z.string(),
    position: z.string().optional(),
    mandate: z
      .object({
        from: ShownInstant,
        lastDay: z.iso.date().meta({ description: "By the office's clocks" }),
        over: z.boolean().meta({ description: 'Its term has passed' }),
      })
      .optional()
      .meta({ description: 'The mandate to sign, if they have been given one' }),
  })
  .meta({ id: 'Officer' });

export const viewOfficer = (
  { id, fullName, position, mandate }: Account,
  office: string,
  now: Date,
): z.infer<typeof OfficerView> => ({
  ...{ account: id, fullName },
  ...(position !== undefined && { position }),
  ...(mandate && {
    mandate: {
      from: mandate.from,
      lastDay: lastDayOf(mandate, zoneOf(office)),
      over: Date.parse(mandate.until) <= now.getTime(),
    },
  }),
});
