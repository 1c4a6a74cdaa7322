import * as z from 'zod';
import { Printable } from '../../domain/output/printable.ts';

/**
 * Values by field name of the regulation's form; an empty text means an empty field. Characters that a document could not
 * show are refused here, not later when the document is made.
 */
export const FilledForm = z.record(z.string().max(64), z.union([z.literal(''), Printable.max(2000)]));
