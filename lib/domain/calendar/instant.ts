import * as z from 'zod';

/** A moment as it is kept: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
