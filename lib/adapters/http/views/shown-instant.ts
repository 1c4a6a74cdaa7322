import * as z from 'zod';

/** A moment as the API shows it. */
export const ShownInstant = z.string().meta({ format: 'date-time', description: 'UTC' });
