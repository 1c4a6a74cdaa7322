import * as z from 'zod';
import { channels } from '../../../domain/regulation/words.ts';

/** Where a request came in. */
export const Channel = z.enum(channels);
