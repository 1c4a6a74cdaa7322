import * as z from 'zod';
import { ComplaintGround, procedure } from '../../domain/complaint/procedure.ts';
import { Printable } from '../../domain/output/printable.ts';

/** What people write in a complaint, or in the answer to one. */
export const ComplaintText = Printable.min(10).max(procedure.most.characters);

/** What one complains of; the same is shown to be signed and then filed. */
export const told = { ground: ComplaintGround, text: ComplaintText };
export const Told = z.strictObject(told);
