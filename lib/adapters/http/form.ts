import * as z from 'zod';
import { Printable } from '../../domain/output/printable.ts';

/**
 * Values by field name, as the regulation's form asks for them; an empty text is a field that was left empty. What
 * could not be printed on a document is refused here, not when the document is made.
 */
export const FilledForm = z.record(z.string().max(64), z.union([z.literal(''), Printable.max(2000)]));
