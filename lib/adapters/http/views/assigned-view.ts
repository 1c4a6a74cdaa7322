import * as z from 'zod';
import type { Work } from '../../../domain/request/work.ts';
import { ShownInstant } from './shown-instant.ts';

/** What the head did with a piece of work last, as the people of the office see it: names, no accounts. */
export const AssignedView = z
  .object({
    by: z.string().meta({ description: 'Name of the head' }),
    at: ShownInstant,
    ground: z.string(),
    to: z.string().optional().meta({ description: 'Who got it; absent if anybody may claim it' }),
    from: z.string().optional().meta({ description: 'Who had it' }),
  })
  .meta({ id: 'Assigned' });

export const viewAssigned = (assigned: Work['assigned']): { readonly assigned?: z.infer<typeof AssignedView> } =>
  assigned
    ? {
        assigned: {
          ...{ by: assigned.by.name, at: assigned.at, ground: assigned.ground },
          ...(assigned.to && { to: assigned.to.name }),
          ...(assigned.from && { from: assigned.from.name }),
        },
      }
    : {};
