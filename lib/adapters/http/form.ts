import * as z from 'zod';
import { Printable } from '../../domain/output/printable.ts';
import { ROW_LIMIT } from '../../domain/regulation/form-values.ts';

const Name = z.string().max(64);
const Text = z.union([z.literal(''), Printable.max(2000)]);

/**
 * Values by field name of the regulation's form, a table as an array of its rows; an empty text means an empty field. Characters
 * that a document could not show are refused here, not later when the document is made.
 */
export const FilledForm = z.record(Name, z.union([Text, z.array(z.record(Name, Text)).max(ROW_LIMIT)]));
