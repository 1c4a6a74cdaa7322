import * as z from 'zod';
import { outcomes } from './words.ts';

/** The next row according to the source, with the source's condition if there is one. */
export interface Next {
  readonly to: number;
  readonly if?: string;
}

/** Where the machine continues: a row or the `end`. The entry without `if` applies when no other does. */
export const Goes = z.union([
  z.int().positive(),
  z.literal('end'),
  z.array(
    z.strictObject({
      to: z.union([z.int().positive(), z.literal('end')]),
      if: z.enum(outcomes).optional(),
    }),
  ),
]);
export type Goes = z.infer<typeof Goes>;

/**
 * Reads the cell «Номер следующего действия»: "7", "-", "7 – если есть нарушения; 8 – если нарушений нет".
 * Undefined when a part has no number.
 */
export function parseNext(text: string): Next[] | undefined {
  const plain = text.trim();
  if (/^[-–—]?$/.test(plain)) return [];
  const parts = plain.split(/;\s*/).filter((part) => part !== '');
  const read = parts.map((part) => /^(?<to>\d+)(?:\)|\.)?\s*(?:[-–—]\s*)?(?<rest>.*)$/su.exec(part.trim())?.groups);
  if (read.some((groups) => groups === undefined)) return undefined;
  return read.map((groups) => ({ to: Number(groups?.['to']), ...(groups?.['rest'] && { if: groups['rest'] }) }));
}
