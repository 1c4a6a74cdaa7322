import * as z from 'zod';
import { SourceText } from './procedure.ts';

/** Text for people. Kazakh is this project's translation unless a comment beside it says that the source has it. */
export const Bilingual = z.strictObject({ ru: SourceText, kk: SourceText });
