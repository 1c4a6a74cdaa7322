import * as z from 'zod';

/** A moment as it is stored: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
